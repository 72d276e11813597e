"""How mail programs, in their languages, mark what they quote and what they sign."""

# ruff: noqa: E501 - a line is a group of phrases that belong together
from __future__ import annotations

import re

# Line by line: "From:" and its companions above a quoted mail, by field.
_FIELDS = {
    "from": "from|von|de|da|van|från|fra|od|lähettäjä|feladó|от|от кого|отправитель|від|发件人|寄件者|寄件人|差出人|送信者|보낸 사람|보낸사람|kimden|gönderen|expéditeur|remitente|mittente|afzender|remetente|nadawca|avsändare|afsender|avsender|odesílatel|από|de la",
    "sent": "sent|date|gesendet|datum|envoyé|envoyé le|date d'envoi|enviado|enviado el|enviado em|enviada em|enviada|fecha|inviato|inviata|data|verzonden|verstuurd|skickat|sendt|dato|lähetetty|päivämäärä|päiväys|wysłano|wysłane|odesláno|datum odeslání|отправлено|дата|надіслано|发送时间|发送日期|日期|時間|寄件日期|傳送時間|送信日時|日時|日付|보낸 날짜|보낸날짜|날짜|tarih|gönderme tarihi|elküldve|dátum|time|received",
    "to": "to|an|à|a|para|per|aan|till|til|vastaanottaja|do|komu|pro|кому|получатель|收件人|收件者|宛先|받는 사람|받는사람|kime|címzett|destinataire|destinatario|empfänger|ontvanger|destinatário",
    "subject": "subject|betreff|objet|sujet|asunto|oggetto|onderwerp|assunto|ämne|emne|aihe|temat|předmět|тема|主题|主題|主旨|件名|题名|제목|konu|tárgy|re|subiect|θέμα",
    "copy": "cc|bcc|kopie|kopia|kopi|copie|copia|cópia|копия|抄送|副本|ccへ|참조|reply-to|antwort an|répondre à|attachments|anlagen|importance|priority|organization|org|dw|udw",
}  # fmt: skip
FIELD = re.compile(
    r"^[ \t>|*_\u200e\u200f]*(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _FIELDS.items())
    + r")[ \t]*[*_]*[ \t]?[:：][*_]*(?=[ \t\u00a0\u200e]|\S|$)",
    re.IGNORECASE,
)
# "-----Original Message-----" in any language: a few words between dashes, or known words on their own.
BETWEEN_DASHES = re.compile(
    r"^[ \t>|]*\*?[-_=—–*]{2,}[ \t]*(?P<words>[^\W\d_][^\n]{2,60}?)[ \t:]*[-_=—–*]{2,}\*?[ \t]*$"
)
ORIGINAL = re.compile(
    r"original (?:message|e-?mail|appointment)|ursprüngliche (?:nachricht|e-?mail|mail)|original-?nachricht|originalnachricht|message (?:d'origine|original|initial)|mensaje (?:original|inicial)|"
    r"messaggio originale|oorspronkelijk bericht|mensagem original|wiadomość oryginalna|oryginalna wiadomość|pierwotna wiadomość|ursprungligt meddelande|originalmeddelande|oprindelig (?:meddelelse|besked)|original ?meddelelse|"
    r"opprinnelig melding|original melding|alkuperäinen viesti|původní (?:zpráva|e-mail)|исходное сообщение|оригинальное сообщение|исходное письмо|原始邮件|原始郵件|原邮件|元のメッセージ|元のメール|original mail|원본 메시지|원본 메일|eredeti üzenet|"
    r"forwarded (?:message|mail|by)|weitergeleitete (?:nachricht|mail|e-mail)|message transféré|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht|mensagem (?:encaminhada|reenviada)|"
    r"wiadomość przekazana|przekazana wiadomość|vidarebefordrat (?:meddelande|mail)|videresendt (?:meddelelse|melding|besked)|välitetty viesti|přeposlaná zpráva|пересылаемое сообщение|пересланное сообщение|转发邮件|轉寄郵件|転送メッセージ|転送されたメッセージ|reply message|antwort|reply above",
    re.IGNORECASE,
)
FORWARD = re.compile(
    r"^[ \t]*(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato|"
    r"begin doorgestuurd bericht|início da mensagem (?:reenviada|encaminhada)|vidarebefordrat brev|start på videresendt (?:besked|melding)|välitetty viesti alkaa|začátek přeposlané zprávy|начало переадресованного сообщения|początek przekazywanej wiadomości|开始转发的邮件|転送されたメッセージ)[ \t]?[:：]",
    re.IGNORECASE,
)
ABOVE = re.compile(
    r"^[ \t]*[-#=*_ ]{0,12}(?:please )?(?:reply|type your (?:reply|response)|write your reply|respond) above (?:this|the) line",
    re.IGNORECASE,
)

QUOTE = re.compile(r"^[ \t]{0,3}(?:[A-Z]{0,3}>|\|(?=[ \t]|$))")
RULE = re.compile(r"^[ \t]*(?:[-_=*#~+—–ᐧ.·•⁣][ \t]?){2,}[ \t]*$|^[ \t]*[ᐧ⁣]+[ \t]*$")
UNDERSCORES = re.compile(r"^[ \t]*_{5,}[ \t]*$")
SIGNATURE = re.compile(r"^[ \t]*(?:--|—|–)[ \t\u00a0]*$")

_WROTE = (
    r"wrote|writes|schrieb|schreibt|geschrieben|écrit|ecrit|escribió|escribio|escrito|scritto|scrisse|schreef|geschreven|escreveu|escreveram|napisał(?:\(a\)|a)?|pisze|napsal(?:\(a\)|a)?|píše|napísal(?:\(a\)|a)?|skrev|skriver|"
    r"skrifaði|kirjoitti|написал(?:\(а\)|а)?|пишет|писал(?:\(а\)|а)?|написав(?:\(ла\))?|írta|a scris|έγραψε|yazdı|yazmış|menulis|đã viết|写道|寫道|书写|のメール|書きました|書いた|작성|schreef het volgende|geschreven heeft|rašė|rakstīja|kirjutas|napisao(?:\(la\)|/la)?|написа|said|replied"
)
_WEEKDAY = (
    r"mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lun|mar|mer|jeu|ven|sam|dim|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    r"пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|pon|wt|śr|czw|pt|sob|niedz|po|út|st|čt|pá|ma|di|wo|do|vr|za|zo|tir|ons|tor|lör|lør|sön|søn|ma|ti|ke|to|pe|la|su"
)
STARTS = re.compile(
    r"^[ \t>|]*(?:[\"“„«*_\[(-][ \t]*)?(?:(?:on|at|am|den|le|el|il|op|em|no|dnia|w dniu|på|dne|dňa|pe|ke|in|a|wiadomość|pada|vào|в|на|het|um|de|ti|to|date)\b|(?:在|于|於)|\d{1,4}[./ \-年년日月.,]|\d{1,2}(?:st|nd|rd|th)\b|(?:"
    + _WEEKDAY
    + r")\b[.,]?|[^\n<>@:]{1,70}<|<?[\w.+-]+@[\w.-]+)",
    re.IGNORECASE,
)
# How an attribution ends, and what it has: a moment or an address.
ENDS = re.compile(
    r"(?:\b(?:"
    + _WROTE
    + r")\b|写道|寫道|のメール|書きました|작성|"
    + r"написал\(а\)|napisał\(a\)|napsal\(a\))(?:[^\n:：]|(?<=\d):(?=\d)){0,120}[:：][ \t*_]*$",
    re.IGNORECASE,
)
HAS_DATE = re.compile(
    r"\d{1,2}[:.h]\d{2}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\.? (?:de )?[^\W\d_]{3,10}\.?,? (?:de )?\d{4}|[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:at )?\d{4}|\d{4}年|\d{4}년|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
DATED_ADDRESS = re.compile(
    r"^[ \t>|]*(?:\d{4}[-/.年]|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|[^\n]{0,20}\b\d{4}\b)[^\n]{0,120}<?[\w.+-]+@[\w.-]+>?\)?[ \t]*(?P<colon>[:：])?[ \t]*$"
)

MOBILE = re.compile(
    r"^[ \t]*(?:[\[(<*_]{0,2})(?:sent (?:(?:wirelessly |securely )?(?:from|via|with|using) (?:my |the |a |an )?\w+|from my|on the go|by)|get outlook for|get \S+ for (?:ios|android)|(?:von|vom) (?:meinem|meiner|meinen|mobilger) ?\w+ ?[\w-]* ?(?:gesendet|gesandt|verschickt)?|"
    r"(?:gesendet|gesandt|verschickt|diese nachricht wurde) (?:von|mit|über|aus) |von \w+ gesendet|outlook für (?:ios|android)|holen sie sich outlook|envoyé (?:de|depuis|à partir|avec|par) |télécharger outlook|obtenez outlook|provenance : |enviado (?:desde|do|de|a partir|via|pelo|com) |obtener outlook|obter o outlook|descarga outlook|"
    r"inviato (?:da|dal|con|tramite) |scarica outlook|ottieni outlook|verzonden (?:vanaf|vanuit|met|via) |verstuurd (?:vanaf|vanuit|met) |outlook voor |download outlook|wysłan[eoya] z |pobierz (?:aplikację )?outlook|skickat från |skickades från |hämta outlook|sendt fra |hent outlook|få outlook|"
    r"lähetetty |hanki outlook|odesláno z|odesláno ze|stáhnout outlook|získejte outlook|отправлено (?:с|из|со) |послано с|получить outlook|скачать outlook|发自我的|從我的|从我的|使用.{0,12}发送|傳送自|iphoneから送信|.{0,20}から送信|내 .{0,12}에서 보냄|나의 .{0,12}에서 보냄|iphone'?(?:umdan|mdan) gönderildi|elküldve az|"
    r"yahoo mail (?:for|on|für)|von yahoo mail|sent with \w+|mailed from|composed (?:on|with)|written on|typed on|excuse (?:my |any )?(?:brevity|typos)|--- ?sent from|brought to you by)",
    re.IGNORECASE,
)
SIGN_OFF = re.compile(
    r"^[ \t]*(?:(?:kind|best|warm|many|with (?:kind|best|warm)|warmest|kindest)? ?(?:regards|wishes)|best|cheers|thanks|thank you|many thanks|thx|sincerely|yours (?:sincerely|truly|faithfully)|respectfully|cordially|br|kr|rgds|"
    r"(?:mit )?(?:freundlichen?|besten?|lieben?|herzlichen?|vielen?|schöne|viele|liebe|beste|freundliche|herzliche)(?: \w+)? (?:grüßen?|gruß|grüsse[n]?|gruss|dank|grüße)|mfg|lg|vg|gruß|gruss|hochachtungsvoll|"
    r"(?:bien )?cordialement|bien à vous|(?:meilleures |sincères )?salutations|amicalement|cdlt|bonne (?:journée|soirée)|(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente|atte\.?|un abrazo|gracias|"
    r"(?:cordiali|distinti) saluti|saluti|cordialmente|grazie|met (?:vriendelijke|hartelijke) groet(?:en)?|vriendelijke groet(?:en)?|mvg|groet(?:en|jes)?|(?:com os )?(?:melhores )?cumprimentos|atenciosamente|abraços?|obrigad[oa]|"
    r"(?:z )?(?:poważaniem|pozdrowieniami)|pozdrawiam|(?:med )?(?:vänliga?|vennlig|venlig|bästa|beste|bedste|hjärtliga|med vennlig) ?(?:hälsning(?:ar)?|hilsen|hilsner)?|mvh|vh|hälsningar|hilsen|(?:ystävällisin )?terveisin|(?:s )?pozdravem|"
    r"с уважением|с наилучшими пожеланиями|此致|祝好|谢谢|よろしくお願い(?:いた)?します|敬具|감사합니다)[ \t,.!;-]*$",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"(?:\+|\b(?:tel|phone|mobile|mob|fon|telefon|tél|cell|fax|direct|m|t|p)\b\.?[ :]*\+?)[ \t]?[(\d][\d ().\-/]{6,}|\bwww\.|https?://|[\w.+-]+@[\w-]+\.\w|linkedin|\b(?:gmbh|ltd|inc|llc|s\.?r\.?l|s\.?a\.?s|b\.v|ab|oy|a/s|sp\. z o)\b",
    re.IGNORECASE,
)
NOTICE = re.compile(
    r"^[ \t*_]*(?:confidentiality|disclaimer|legal notice|notice:|important notice|privileged|this (?:e-?mail|message|communication|transmission)(?: \([^)]*\))?(?:,? (?:and|including|together with)\b[^.]{0,60})? (?:is|may|contains?|and|are|was sent)\b[^.]{0,80}(?:confidential|privileged|intended|private)|the (?:information|contents?)(?: contained)? (?:in|of) this (?:e-?mail|message|communication)|"
    r"if you (?:are not the intended|have received this)|please consider the environment|think before you print|diese (?:e-?mail|nachricht) (?:enthält|ist|kann)[^.]{0,60}(?:vertraulich|bestimmt|geschützt)|haftungsausschluss|vertraulichkeit|ce (?:message|courriel|mail|courrier)[^.]{0,80}(?:confidentiel|destin)|"
    r"este (?:mensaje|correo|e-?mail)[^.]{0,80}(?:confidencial|dirig|destin)|aviso (?:legal|de confidencialidad)|esta mensagem[^.]{0,80}(?:confidencia|destin)|questo messaggio[^.]{0,80}(?:riservat|confiden|destin)|le informazioni contenute|dit (?:bericht|e-mail)[^.]{0,80}(?:vertrouwelijk|bestemd)|(?:ta|niniejsza) wiadomość[^.]{0,80}(?:poufn|przeznacz))",
    re.IGNORECASE,
)
