"""Words that in a remark of a few words mean "no more mail", by their stems; `$` ends a whole word."""

STEMS: dict[str, str] = {
    "en": "stop$ stopp stopit unsub remove$ removal$ enough$ optout opt-out delist$ desist$ dnc$",
    "de": "stop$ stopp$ abmeld abbestell austragen$ entfernen$ streichen$ aufhoren$ schluss$ genug$ loschen$ raus$",
    "fr": "stop$ desabonn desinscri desinscript retirez$ retrait$ suppression$ assez$ suffit$ arretez$ arrete$ radiation$",
    "es": "basta$ baja$ borrar$ borrenme$ borradme$ parad$ sacadme$ elimin eliminar$ paren$ stop$ desuscri fuera$",
    "it": "basta$ stop$ cancella cancellatemi$ disiscri rimuov smettetela$ smettila$ eliminatemi$",
    "nl": "stop$ stoppen$ uitschrij afmeld genoeg$ verwijder ophouden$",
    "pt": "parem$ pare$ chega$ sair$ remover$ remov cancelar$ descadastr desinscr basta$ stop$",
    "pl": "wypis usun dosc$ koniec$ rezygnuj stop$ skreslic$ wykresl przestan",
    "sv": "sluta$ avregistrera avsluta$ stopp$ avanmal",
    "da": "stop$ afmeld slet$ frameld",
}
# Beside one of these the word says something else: "don't stop", "no need to remove".
EXCEPT: dict[str, str] = {
    "en": "not$ don$ dont$ never$ no$ why$ non$ bus$ shop$ good$ before$ press$ next$ last$ nice$ fair$ sure$ well$ interest",
    "de": "nicht$ nie$ kein gut$ urlaub$ fur$ wir$ nun$ jetzt$ schon$ heraus$ einladung$",
    "fr": "pas$ jamais$ bien$ non$ interess cher$ chere$ occup",
    "es": "no$ medica$ laboral$ estoy$ oficina$ con$",
    "it": "non$ con$ bene$",
    "nl": "niet$ geen$ goed$ tijd$ duidelijk$",
    "pt": "nao$ nunca$ com$",
    "pl": "nie$ czasu$ roku$ miesiaca$ tygodnia$ kwartalu$ do$",
    "sv": "inte$ aldrig$",
    "da": "ikke$ aldrig$",
}
