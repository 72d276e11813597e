"""Phrases of mail servers, as regular expressions over lower-case text with single spaces, by reason.

The order decides: the first reason that matches is taken. More telling phrases come first; phrases that only say who
is concerned come last.
"""

# ruff: noqa: E501 - a line is a group of phrases that belong together
from __future__ import annotations

_MAILBOX = r"(?:mail ?box|inbox|account|user|recipient|address|e-?mail|mail ?drop|addressee|customer|subscriber)"
_SENDER = r"(?:sender'?s?|mail from|envelope from|from (?:address|header|domain)|return[- ]path|reverse[- ]path)"
_HOST = r"(?:ip|ips|host|hosts|server|network|client|connection|connecting ip|ip address|mta|mail server)"
_TOO_BIG = r"(?:too (?:large|big)|over ?sized?)"

PHRASES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("authfailure", (
        r"\b(?:spf|dkim|dmarc)\b.{0,80}(?:fail|reject|den[iy]|not |invalid|polic|missing|unauth|block|violat|none)",
        r"(?:fail|reject|den[iy]|unauth|invalid|not pass|due to).{0,80}\b(?:spf|dkim|dmarc|domainkeys?)\b",
        r"unauthenticated (?:e-?mail|mail|message|sender)", r"not authori[sz]ed to send (?:mail )?(?:from|on behalf)",
        r"sender policy framework", r"authentication(?:-results| checks| requirements| information)",
        r"(?:lack|absence) of (?:valid )?authentication", r"not (?:properly )?authenticated", r"sender id\b.{0,40}fail",
        r"access denied, sending domain .{0,80}does not (?:pass|meet)", r"required authentication level",
    )),
    ("badreputation", (
        r"reputation", r"sender ?score", r"senderbase", r"talosintelligence", r"trustworth",
        r"black[- ]?list|block[- ]?list|deny[- ]?list|blacklisted|\b(?:dns)?[rb]bl\b|\bdnsbl\b|spamhaus|spamcop|\bsorbs\b|"
        r"barracudacentral|abuseat|uceprotect|surbl|uribl|invaluement|\bpsbl\b|mailspike|\bxbl\b|\bsbl\b|\bpbl\b|\bcbl\b",
        rf"\b(?:your|this|sending|sender|client|remote|dynamic|banned)\b.{{0,40}}\b{_HOST}\b.{{0,60}}"
        r"(?:block|banned|reject|refus|listed|den[iy]|not allowed|prohibit|abus|restrict)",
        rf"\b(?:block(?:ed|ing|s)?|banned|refus(?:ed|ing)|listed|reject(?:ed|ing)|den(?:ied|ying))\b.{{0,40}}"
        rf"\b(?:your|this|sending|client|dynamic|bad|spam)\b.{{0,20}}\b{_HOST}\b",
        r"client host (?:\S+ )?(?:rejected|blocked)", r"helo command rejected", r"banned sending ip", r"listed (?:in|at|on|by) \S+\.\S+",
        r"invalid ip for sending", r"dynamic(?:ally)? (?:ip|assigned|address)", r"residential ip", r"generic (?:hostname|reverse|rdns)",
        r"(?:host|sending|source) network (?:is )?not allowed", r"open (?:relay|proxy)", r"\bunsolicited mail originating from your ip", r"emails? from this ip",
    )),
    ("requireptr", (
        r"reverse[- ](?:dns|lookup|mapping|hostname|record|address|resolution)", r"\bptr\b", r"\brdns\b", r"no reverse",
        r"(?:cannot|can't|could not|unable to) (?:find|resolve) your (?:host ?name|ip|reverse|domain|address)",
        r"(?:ip|client) (?:address )?(?:name )?(?:lookup|resolution) (?:failed|failure)", r"host ?name .{0,40}does not match",
        r"forward[- ]confirmed", r"missing reverse", r"invalid dns (?:mx|record|a\b)", r"ip name (?:forged|possibly forged|lookup failed)",
        r"no (?:a|mx)(?: or mx)? records? for (?:sender|your)",
    )),
    ("greylisted", (
        r"gr[ae]y[- ]?list", r"temporarily deferred.{0,20}gr[ae]y", r"please (?:try|retry) again in \d+ (?:seconds|minutes)",
    )),
    ("mailboxfull", (
        r"receiving mail (?:at a rate|too quickly)",  # the person's limit, not the sender's
        rf"{_MAILBOX}(?:'s)?.{{0,30}}(?:\bis |are |was |has been |appears |reached |now |\bhit ).{{0,30}}\b(?:full|over (?:its |the |his |their )?(?:storage |disk )?(?:quota|limit))",
        r"(?:mail ?box|inbox|mail ?folder|message store|mail spool|mail ?dir\w*)[^.;:]{0,20}\b(?:full|overflow)", r"full (?:mail ?box|inbox)\b",
        r"over[- ]?quota", r"over the (?:allowed |maximum |disk |storage )?quota", r"quota.{0,40}(?:exceed|exceeded|violation|full|reached|exhaust|limit|overdraft|over)",
        r"(?:exceed|reach|over)\w*.{0,50}(?:quota|storage (?:allocation|limit|space|capacity)|mail ?box (?:size|storage|limit|capacity)|disk (?:space|limit))",
        r"mail ?box (?:size|quota|limit|storage)(?: limit)?(?: is| has been| was)? (?:exceed|reach|over)", r"user (?:\S+ )?is over(?:drawn| their| his| the)? ?quota",
        r"(?:out of|no|not enough|insufficient|low on|lacks?|insuff\w*) (?:disk |storage |mailbox |system |free )+(?:space|storage|quota)",
        r"not enough (?:disk |storage )?(?:space|room) (?:in|on|for|to)", r"too many messages in (?:this|the) (?:mail ?box|folder)", r"would exceed .{0,30}(?:quota|mail ?box)",
        r"account (?:is )?(?:full|overdrawn)", r"disk quota", r"user has (?:exceeded|too many messages)", r"mail ?box exceeds", r"number of messages.{0,40}exceed", r"mailbox (?:would be|is temporarily) over", r"mailfull|mail ?box full|mailboxfull",
        r"bo[iî]te (?:aux lettres|de r[ée]ception|mail)?.{0,30}(?:pleine|satur)", r"quota (?:d[ée]pass|superad|excedid|superato|esgotad|przekrocz)", r"(?:postfach|mailbox|speicher\w*).{0,40}(?:voll\b|[üu]berschritten|ersch[öo]pft)",
        r"(?:buz[óo]n|casilla|bandeja).{0,40}(?:llen[oa]|excedid)", r"casella.{0,40}pien", r"(?:mailbox|postvak).{0,20}\bvol\b", r"caixa (?:postal|de \w+).{0,30}(?:chei|lotad)",
        r"skrzynk\w+.{0,30}(?:pe[łl]n|przepe[łl]n)", r"(?:brevl[åa]d|postl[åa]d|postkass|inkorg|innboks|indbakke)\w*.{0,30}(?:full|fuld)", r"(?:schr[áa]nka).{0,20}pln", r"переполнен",
        r"(?:メールボックス|受信箱|容量).{0,20}(?:一杯|いっぱい|超え|不足|オーバー)", r"邮箱.{0,12}(?:已满|空间不足|满)|超出.{0,6}容量|容量.{0,6}已满",
    )),
    ("mesgtoobig", (
        rf"(?:message|mail|e-?mail|content|body|header|attachment|data|size)s?\b.{{0,40}}{_TOO_BIG}", rf"{_TOO_BIG}.{{0,20}}(?:message|mail|to be (?:sent|delivered|accepted))",
        r"(?:message|mail|content|attachment|body) (?:header )?(?:size|length)\b.{0,40}(?:exceed|limit|larger|greater|bigger|over|maximum)", r"size (?:limit|exceed|violation)",
        r"exceed\w*.{0,50}(?:maximum|message|allowed|fixed|permitted).{0,20}size", r"exceed\w*.{0,30}size (?:limit|restriction)", r"(?:maximum|max) (?:message |mail )?size", r"larger than (?:the )?(?:current )?(?:system )?(?:limit|maximum|allowed)",
        r"line (?:length|is)? ?too long", r"nachricht.{0,30}zu gro[sß]", r"message.{0,30}trop (?:volumineux|gros|grand)", r"mensaje.{0,30}demasiado grande", r"messaggio.{0,30}troppo grande", r"слишком больш", r"過大|大きすぎ|邮件.{0,10}过大",
    )),
    ("ratelimited", (
        r"rate[- ]?(?:limit|control|exceed)", r"(?:frequency|connections?) (?:is )?limited", r"too many (?:connections?|messages|e-?mails?|mails?|recipients|sessions|concurrent|requests|errors|invalid|bad|unknown|hourly|failures?|smtp|simultaneous|rcpt)",
        r"exceed\w*.{0,60}(?:\brate\b|per (?:hour|minute|day|second|session|connection)|hourly|daily|sending limit|number of (?:recipients|messages|connections|emails)|max(?:imum)? (?:recipients|connections|messages|emails|defers))",
        r"(?:hourly|daily|sending|message|connection|recipient|send(?:er)?|submission|concurrency) (?:limit|quota|rate)s?\b.{0,30}(?:exceed|reach|hit|over)", r"throttl", r"unusual (?:rate|volume|amount)", r"unexpected volume", r"user complaints",
        r"mail(?:ing|s)? (?:too )?(?:fast|frequently)", r"slow down", r"connection limit", r"(?:sending|receiving) (?:mail |messages )?(?:too|at a rate)", r"reached (?:the |its |your )?(?:maximum|max|limit|daily|hourly)", r"excessive (?:connection|message|mail|rate|volume|unknown)",
    )),
    ("virusdetected", (r"\bvirus", r"malware", r"infected", r"trojan", r"\bworm\b", r"malicious", r"ウイルス", r"вирус", r"病毒", r"suspicious (?:link|url|content|attachment)")),
    ("spamdetected", (
        r"(?<![@.\w-])spam(?!\w*[.@/-]\w)", r"spam(?:my|ming|mer|med|score|detected|assassin| filter| content| message|-like|\b.{0,40}(?:reject|block|detect|refus|found))", r"\bjunk\b", r"unsolicited", r"\bbulk (?:e-?mail|mail|message)",
        r"\bu[bc]e\b", r"phish", r"(?:message|mail|content|e-?mail|body|text|subject|url|link)\w*.{0,40}(?:filter|looks? like|scor(?:ed|ing)|classified|considered|identified|suspect|fingerprint)\w*.{0,40}(?:spam|reject|block|content|high)",
        r"content (?:filter|reject|block|not allowed|policy|scan|control|restriction|classified)", r"cloudmark|vade ?secure|proofpoint protection|commtouch", r"advertis|marketing (?:mail|message)", r"bayes", r"迷惑メール|スパム|垃圾邮件|спам",
    )),
    ("norelaying", (
        r"relay\w*.{0,50}(?:den[iy]|not (?:permitted|allowed|authori|accept|enabled|support)|prohibit|reject|restrict|refus|disallow|forbid|disabled|fail|not local|block|access)", r"(?:den[iy]|not|unable to|cannot|can't|no|prohibited|unauthori[sz]ed|refus\w*|we don'?t|don't|reject\w*|insecure|illegal|third[- ]party) (?:\w+ )?(?:allow(?:ed)? |accept |to |mail )?relay",
        r"not (?:a|an) (?:open )?(?:gateway|relay)", r"rcpt ?hosts", r"use of our mail server is restricted", r"not (?:configured|allowed|permitted) to (?:relay|send (?:mail )?through)",
        r"authenticat\w+ (?:is )?(?:required|needed)|smtp auth|must (?:be )?authenticat|please authenticate|check (?:mail|for new mail) (?:first|before)|pop(?:3)?[- ]before[- ]smtp|not a local (?:address|domain) and", r"this system is not configured to relay",
        r"domain (?:is )?not (?:local|hosted|in my list)|does not (?:handle|process|relay) mail for",
    )),
    ("rejected", (
        rf"{_SENDER}(?: address| domain| e-?mail| id| host)?s?\b[^.]{{0,60}}(?:reject|den[iy]|not (?:allowed|accepted|exist|permitted|found|valid|known|authori|verif|resolv)|does(?:n't| not)|doesn't|refus|block|invalid|unknown|ban|restrict|prohibit|missing|unverif|must|cannot|could not|unresolv|fail|syntax|illegal|disallow|bad|misform|unreach)",
        rf"(?:reject|den[iy]|invalid|refus|block|unknown|bad|verify|unresolvable|unroutable|illegal|ban)\w*.{{0,30}}{_SENDER}", r"(?:domain|address|part) of (?:the )?sender", r"\bsender (?:verif|rejected|denied|callout)", r"your (?:domain|address|e-?mail address|sender|envelope|mail address)\b.{0,40}(?:not|reject|block|ban|den[iy]|invalid|refus|unknown)",
        r"mail (?:from|sent from) .{0,60}(?:den[iy]|refus|reject|not (?:accepted|allowed|welcome)|block)", r"(?:i|we) (?:do(?:n't| not)|won't|will not|cannot|can't) accept (?:mail|e-?mail|messages)?.{0,30}from", r"not accept(?:ing|ed)? (?:mail|messages|e-?mail|any mail)? ?from", r"purported responsible", r"not (?:a )?(?:member|subscriber)\b", r"empty envelope sender|null sender|bounce messages?",
        r"(?:backscatter|delivery (?:not|failed).{0,20}because (?:of )?the sender)", r"sender.{0,10}(?:is |are )?(?:not |in )(?:\w+ )?(?:allowed|authori[sz]ed|whitelist|approved)", r"from (?:your|this|that) (?:domain|sender|address).{0,30}(?:reject|block|not)", r"(?:absender\w*|exp[ée]diteur|remitente|mittente|afzender|remetente|nadawc\w+|avs[äa]ndar\w*|отправител\w+).{0,40}(?:abgelehnt|blockiert|gesperrt|refus|bloqu|rechaz|rifiut|bloccat|geweigerd|geblokkeerd|rejeitad|odrzuc|zablokow|avvisa|блокир|отклон)",
    )),
    ("contenterror", (
        r"\bmime\b", r"8-?bit|bare (?:lf|cr|newline|linefeed)|non-?ascii|smtputf8|\beai\b", r"(?:header|format|syntax)\w* (?:error|invalid|malformed|violat|is not|does not)", r"malformed|ill-?formed|improper", r"(?:not|non)[- ]?(?:rfc|compliant|conform|in accordance)", r"(?:violat|comply|compli|conform|according|accordance|invalid|error)\w*.{0,30}rfc ?-?\d{3,4}|rfc ?-?\d{3,4}.{0,30}(?:violat|compli|conform|required|error)",
        r"(?:missing|multiple|duplicate|invalid|more than one|empty|no|several|bad)\b.{0,15}(?:from|date|to|message-id|subject|sender|reply-to)?:? ?header", r"(?:attachment|file|executable|archive|extension)s?\b.{0,40}(?:not (?:allowed|accepted|permitted)|prohibit|block|banned|forbidden|type|strip|encrypted|reject|password)", r"(?:message|mail|e-?mail) (?:content|body|format).{0,30}(?:reject|not accept|den|invalid|unaccept|prohib|error)", r"encoding", r"conversion (?:required|not supported|failed)",
    )),
    ("securityerror", (
        r"\btls\b|starttls|encrypt|certificate|\bssl\b", r"incorrect authentication", r"authentication (?:fail|turned on|credential|unsuccessful|error|mechanism)", r"log ?in (?:fail|denied|required)", r"not (?:logged in|authenticated)", r"(?:user|sender|you).{0,30}(?:not|n't) (?:authori[sz]ed|permitted|allowed) to (?:send|submit|use)", r"insufficient (?:permission|privilege|access)", r"security (?:polic|restriction|violation|reason|problem)",
    )),
    ("policyviolation", (
        r"\bpolic(?:y|ies)\b", r"(?:delivery|sending) not authori[sz]ed|will not accept delivery|message refused", r"administrative(?:ly)? (?:prohibit|restrict|denied|den)|administrative prohibition", r"(?:mail|message|transaction|delivery|transport) (?:\w+ )?(?:violat|prohibit|forbidden|disallow|restrict)", r"(?:blocked|rejected|refused|denied|prohibited|stopped) (?:by|due to|because of|for) (?:\w+ )?(?:our |the |a |an |local |site |system |custom |transport |administrator'?s? |content |organi[sz]ation)\w*",
        r"transport rule|\btransport\.rules|mail flow rule|resolver\.rst|not permitted to send|only accepts? (?:mail|messages) from|restricted (?:list|group|address|recipient)|not (?:allowed|authori[sz]ed|permitted) (?:to )?(?:send|post|deliver|email)|moderat",
    )),
    ("hasmoved", (
        rf"{_MAILBOX}.{{0,40}}(?:has|have) (?:been )?(?:moved|changed|migrated)(?! to the next)", r"moved to (?:a )?(?:new|another|different|<|\S+@)", r"(?:new|changed|forwarding) (?:e-?mail )?address is|address (?:has )?(?:been )?changed|changed (?:his|her|their|its|my|your)? ?(?:e-?mail )?address", r"(?:has|have) left (?:the|our) (?:company|organi[sz]ation|office)|no longer (?:works?|employed|with us|works here|at this (?:company|address|domain))",
        r"please (?:use|try|send to|update).{0,40}(?:new address|<[^>]+@[^>]+>|instead)", r"user not local", r"(?:ist|wurde) umgezogen|neue e-?mail-adresse", r"a chang[ée] d'adresse|nouvelle adresse", r"(?:ha cambiado|nueva) (?:de )?direcci[óo]n",
    )),
    ("suspend", (
        rf"{_MAILBOX}s?\b(?!.{{0,30}}\b(?:reject|unknown)).{{0,50}}(?:(?<!not )disabled|suspend|de-?activat|\binactiv|(?<!un)locked\b|expired|clos(?:ed|ing)|frozen|terminat|discontinu|deleted|cancell?ed|archived|dormant|not active|unavailable due to|no longer (?:active|in use|used|valid|available)|has been removed|removed from)",
        rf"(?:disabled|suspended|de-?activated|inactive|inactivated|locked|closed|expired|cancell?ed|terminated|deleted|dormant) (?:\w+ )?{_MAILBOX}", r"account that you tried to reach is (?:disabled|over|inactive)", r"(?:account|mail ?box|user) (?:is |has been |was )(?:\w+ )?blocked|receiving disabled", r"not (?:an? )?active (?:user|account|mailbox|address)",
        r"(?:konto|postfach|mailbox|empf[äa]nger).{0,40}(?:deaktiviert|gesperrt|inaktiv|geschlossen|gel[öo]scht|stillgelegt)", r"(?:compte|bo[iî]te).{0,30}(?:d[ée]sactiv|suspendu|ferm[ée]|inactif|supprim|bloqu)", r"(?:cuenta|buz[óo]n).{0,40}(?:desactivad|suspendid|inhabilitad|cerrad|bloquead|inactiv|cancelad)", r"(?:casella|account|utente).{0,30}(?:disattiv|sospes|disabilitat|chius|bloccat|inattiv)",
        r"(?:conta|caixa).{0,30}(?:desativad|suspens|bloquead|inativ|encerrad)", r"(?:konto|skrzynk\w+).{0,40}(?:zablokowan|nieaktywn|zawieszon|wy[łl][ąa]czon|usuni[ęe]t)", r"(?:аккаунт|ящик|пользовател\w+).{0,40}(?:заблокирован|отключ|неактив|удал[её]н)", r"(?:账号|账户|邮箱|用户).{0,10}(?:停用|冻结|禁用|注销|锁定)", r"(?:アカウント|メールアドレス).{0,12}(?:停止|無効|凍結)",
    )),
    ("notaccept", (
        r"null ?mx|nullmx|indicated no smtp service", r"(?:domain|host|server|system|site|machine|recipient domain|destination)\b.{0,50}(?:does(?: not|n't)|do not|don't|will not|never|no longer|not configured to|isn't set up to) (?:accept|receive|handle|process|support|take)(?:s|ing)? (?:any |smtp |incoming |inbound )*(?:e-?mail|mail|messages)",
        r"(?:does not|doesn't|do not|don't|no longer) accept(?:s|ing)? (?:any |smtp )?(?:e-?mail|mail|messages)(?! from)", r"no (?:e-?mail|mail) (?:is )?accepted|(?:e-?mail|mail) (?:is )?not accepted (?:here|for|at|by)", r"no smtp (?:service )?here|smtp (?:service|protocol) (?:is )?(?:not|disabled|returned a permanent error)", r"system not accepting (?:network )?messages", r"no mail (?:server|service|exchanger)s? (?:here|for|at)",
    )),
    ("userunknown", (
        rf"(?:unknown|invalid|no such|non-?exist[ae]nt|nonexistent|undeliverable|unrecogni[sz]ed|unrout[e]?able|wrong|bad|illegal|not a valid|isn't a valid|is not a valid|not a known|not valid|incorrect|no) (?:\w+ ){{0,2}}{_MAILBOX}(?!\w* ?(?:command|argument|parameter|server|agent|found for sender))",
        rf"{_MAILBOX}s?(?: id| name| account| address| here| part| on this (?:server|system|host)| mailbox| alias)*[ '\":<>(\[]*(?:\S+@\S+|\S{{1,40}})?[ '\":<>)\].,]*(?:is |are |was |has |you (?:entered|tried to reach|specified|are trying to (?:reach|contact)) |that you tried to reach |to which .{{0,40}} |(?:could|can|does|do|did|has|have|was|were|is|are) ?){{0,3}}"
        r"(?:unknown|not (?:been |be )?(?:found|exist|known|valid|listed|here|local|recogni[sz]ed|present|registered|defined|be found|match|a (?:valid|known|registered)|in (?:our|the|my)|available)|n't (?:exist|found|be found|valid|have|known|recogni[sz]ed|match|here|list)|does not|do not exist|doesn't|don't exist|doesnt exist|invalid|unavailable|no longer (?:exist|valid|here)|rejected|undeliverable|incorrect|unrecogni[sz]ed|missing|void|unroutable|dead)",
        r"(?:no|not an?|isn't an?|isn't|don't have|do not have|doesn't have|have no|not our|is not our|couldn't find|could not find|can't find|cannot find|unable to find|did not find|not find) (?:\w+ ){0,3}(?:mail ?box|user|account|recipient|e-?mail address|address|customer|person|record)\b(?: \w+){0,3}(?: here| by that name| with that| found| exist| for| in|\b)", r"user ?unknown|unknown ?user|recipient ?unknown|no ?such ?user|unknown local[- ]?part|addressee unknown|recipientnotfound|recipnotfound|recip ?not ?found|no ?mailbox|nomailbox",
        r"recipient (?:address )?rejected(?: ?: ?access denied)?(?! ?:)", r"mailbox (?:is )?(?:currently )?unavailable", r"address(?:es)? (?:you (?:entered|sent)|that you).{0,40}(?:not|n't|invalid|incorrect)", r"unable to (?:deliver|lookup|verify|validate|look up).{0,20}(?:recipient|user|mailbox)", r"address not found|no longer (?:on|at) (?:this |the |our )?(?:server|system)", r"delivery to .{0,80} failed.{0,20}(?:user|recipient|mailbox|unknown)",
        r"check (?:if|that|whether) (?:the |this )?(?:e-?mail )?address is (?:correct|valid|right)", r"no valid (?:recipients?|users?|address)", r"all recipients (?:were )?(?:rejected|refused|invalid)", r"not (?:listed )?in (?:the |our |my )?(?:public )?(?:name & address book|domino directory|directory|user database|address book|user list|recipient map|local recipient)", r"(?:isn't|is not|not) (?:on|found on|exist on|at) (?:this|our|that) (?:server|system|host|domain|machine)", r"doesn't (?:exist|have an? (?:account|\S+ account|mailbox))|does not (?:exist|have an? (?:account|\S+ account|mailbox))|not exist\b",
        r"(?:konnte|wurde|ist|sind).{0,30}nicht (?:gefunden|bekannt|vorhanden)|existiert nicht|unbekannte?r? (?:benutzer|empf[äa]nger|adresse|nutzer)|(?:benutzer|empf[äa]nger|adresse)\w* (?:ist )?(?:unbekannt|ung[üu]ltig)|nicht existier", r"n'existe pas|introuvable|(?:destinataire|utilisateur|adresse)\w* (?:est )?(?:inconnu|invalide|inexistant)|n'a pas (?:pu [êe]tre|[ée]t[ée]) trouv", r"no existe|(?:usuario|destinatario|direcci[óo]n)\w* (?:es |est[áa] )?(?:desconocid|inexistente|no v[áa]lid|inv[áa]lid|incorrect)|no se (?:ha )?(?:encontr|pudo encontrar)",
        r"non esiste|(?:utente|destinatario|indirizzo)\w* (?:[èe] )?(?:sconosciut|inesistente|non (?:valid|trovat|[èe] stat))|non (?:[èe] stat\w+ )?trovat", r"bestaat niet|(?:gebruiker|ontvanger|adres)\w* (?:is )?(?:onbekend|ongeldig|niet gevonden)|onbekende (?:gebruiker|ontvanger)|niet (?:worden )?gevonden", r"n[ãa]o (?:existe|foi (?:poss[íi]vel )?encontr)|(?:usu[áa]rio|destinat[áa]rio|endere[çc]o)\w* (?:[ée] )?(?:desconhecid|inexistente|inv[áa]lid)", r"nie istnieje|(?:u[żz]ytkownik|odbiorc|adres)\w* (?:jest )?(?:nieznan|nieprawid[łl]ow)|nie (?:mo[żz]na )?(?:odnale|znale)\w+|nieznany (?:u[żz]ytkownik|adres)",
        r"finns (?:inte|ej)|findes ikke|finnes ikke|(?:ok[äa]nd|ukendt|ukjent) (?:anv[äa]ndare|mottagare|modtager|bruger|mottaker)|(?:kunde|kunne) (?:inte|ikke) (?:hittas|findes|finnes)|kunde inte hittas", r"ei ole olemassa|ei l[öo]ydy|tuntematon|neexistuje|nenalezen|nezn[áa]m[ýáa]|nem l[ée]tezik|ismeretlen", r"не существует|не найден|неизвестн\w+ (?:пользовател|получател|адрес)|пользователь не|нет такого", r"存在しません|存在しない|見つかりません|宛先不明|不明な(?:ユーザ|宛先)|無効なアドレス|不存在|找不到|查无此|无此用户|没有找到|無此|수신자|존재하지",
    )),
    ("hostunknown", (
        r"(?:unknown|invalid|no such|non-?existent|bad|illegal|unrout[e]?able|unresolvable|undefined|unrecogni[sz]ed) (?:\w+ )?(?:host|domain|destination|site|mail ?(?:host|domain|server)|mail)", r"(?:host|domain|site|destination)(?: ?name)?s?\b(?! said)[^:;]{0,60}(?:not (?:be )?(?:found|exist|known|resolve|registered|valid)|unknown|does not exist|doesn't exist|couldn't be found|could not be (?:found|resolved)|invalid|no longer exist|cannot be resolved|isn't valid|not be resolved|nicht gefunden|introuvable|no existe)",
        r"bad destination (?:system|host|domain)|nxdomain|non-?existent domain|no (?:a|mx|mail exchange|dns)[ -]?(?:or mx )?(?:records?|hosts?|information|data)|name or service not known|name (?:server|service).{0,20}host not found|no (?:address|host|dns) (?:associated|entry|record)|all relevant mx records point to non-?existent|domain (?:lookup|not found|name not found)", r"dns (?:error|lookup)?.{0,20}(?:domain|nxdomain|not exist|non-?exist)|couldn't find any host (?:named|by that)|cannot find (?:the )?(?:domain|host|mx)|name server: .{0,60}host not found|address resolution of .{0,60}failed|unrouteable",
    )),
    ("expired", (
        r"(?:delivery|retry|message|queue|mail|transfer)\b.{0,30}(?:time[- ]?out|expired|timed out|lifetime)", r"(?:too long|long time|days|hours|\d+ ?[dh]) in (?:the )?queue|in (?:the )?queue (?:too|for)|i(?:'m| am) not going to try|giv(?:e|ing|en) up|gave up|retries exhausted|failed \d+ attempts|retry (?:limit|count|time)|exceeded.{0,20}(?:retry|attempts|deferral)|maximum (?:number of )?(?:retr|attempts|time)|unable to (?:be )?deliver\w* .{0,20}(?:after|within|in) \d+",
        r"(?:not|n't|un)(?: yet)? (?:been |be )?deliver\w* (?:yet|after|for|within|in (?:the last )?\d+)|has not yet been delivered|(?:will|continue|keep|still|be) (?:to )?(?:be )?(?:try|retr|attempt)\w*|delay(?:ed)?\b|deferred|delivery temporarily|warning:? ?(?:message|mail)", r"could not be delivered for (?:more than )?\d|undeliver\w+ for|undelivered after|temporary (?:fail|problem|error|local)|temporarily|try again",
    )),
    ("networkerror", (
        r"connect(?:ion|ing)?\b.{0,40}(?:refused|timed? ?out|reset|lost|closed|dropped|fail|abort|broken|unexpectedly|rejected|error)|(?:could|can|did) ?n[o']t (?:connect|establish|contact|reach|make)|(?:unable|failed) to (?:connect|establish|contact|reach)|no (?:route|response|answer|connection)|network (?:is )?(?:unreachable|error|problem)|host (?:is )?(?:unreachable|down)|unreachable|not respond",
        r"loop|too many (?:hops|received)|hop count|hops exceeded|dns (?:\w+ )?(?:fail|error|problem|timeout|query)|servfail|mx (?:list|record|problem|record)s?|no route|lost connection|i/o error|read error|socket|protocol error|timed? ?out",
    )),
    ("systemerror", (
        r"(?:local|system|server|internal|configuration|software|database|delivery agent|program|command|mailer|ldap|aliasing|lookup)\b.{0,20}(?:error|fail|problem|misconfig|died|crash|exit)|error in processing|resources? (?:\w+ )?unavailable|can(?:'t|not) (?:create|open|write|chdir|exec|lock|append|save)|(?:unable|failed) to (?:open|create|write|store|save|lock|copy|run|execute)|exit (?:status|code)|child (?:process|status)|pipe|procmail|maildrop|disk (?:full|error)|queue file|service (?:is )?(?:unavailable|not available)|not available|out of (?:memory|disk)|unexpected|unknown mailer|permission denied|i/o|no space|unable to process|processing (?:error|fail)",
    )),
    ("filtered", (
        r"(?:reject|refus|block|filter|den[iy]|declin|discard|restrict|not accept|not allowed|not want|unwanted|prevent|unacceptable|prohibit)",
    )),
)  # fmt: skip
