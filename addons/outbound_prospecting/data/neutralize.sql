-- A copy of an outbound database must not act: none of our scheduled actions runs there until a person switches it on.
UPDATE ir_cron
   SET active = FALSE
 WHERE id IN (SELECT res_id FROM ir_model_data WHERE model = 'ir.cron' AND module = 'outbound_prospecting');
