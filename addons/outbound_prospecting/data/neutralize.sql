-- A copy of the database must not be able to write to prospects. Odoo's own script archives the mail servers and
-- stops the scheduled actions; this one keeps whoever switches those on again from sending.
UPDATE outbound_mailbox
   SET state = 'paused',
       pause_kind = 'copy',
       pause_reason = 'This is a copy of the database. Mailboxes stay paused here until a person resumes them.';

-- What the original was sending at that moment is the original's.
UPDATE outbound_touch
   SET state = 'unknown',
       end_reason = 'The database was copied while this mail was on its way.'
 WHERE state = 'sending';

-- Nor may it speak to the company's Slack.
UPDATE outbound_alert_rule
   SET active = false,
       slack_url = NULL
 WHERE medium = 'slack';
UPDATE outbound_alert
   SET state = 'failed',
       next_try = NULL,
       error = 'The database was copied while this alert was waiting.'
 WHERE state IN ('waiting', 'sending');

-- Nor spend the original's money.
UPDATE outbound_provider
   SET stopped = true,
       secret = NULL,
       error_code = 'stopped',
       error = 'This is a copy of the database. Enter the key again to use the service here.';
