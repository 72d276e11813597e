"""German, formal and familiar."""

from . import de_firm

STOP_WORDS = """der die das und ist nicht wir sie ich ein eine einen mit für auf bei uns ihr ihre ihnen mir mich bitte
danke vielen dank haben habe hat sind war wird werden kann können auch noch aber im am zu von den dem des es du dein
grüße gruß hallo guten tag freundlichen ihren ihrer aus nach mehr kein keine schon wenn wie was dass gerne euch euer zur"""
NEGATION = "nicht kein keine keinen keinem keiner nie niemals ohne weder nix nichts"
CLASSES = {
    "mail": "mail* e-mail* email* nachricht* newsletter* werbung werbe* post zuschrift* anschreiben schreiben angebote "
    "kontaktaufnahme* kontaktversuche anfragen zusendung* werbemail* infos informationen rundmail* mailing*",
    "list": "verteiler* liste* mailingliste* adressliste* datenbank* kartei* system adressbuch newsletter* mailverteiler* "
    "e-mail-verteiler* emailverteiler* adressbestand* bestand datei kontaktliste* crm",
    "write": "kontakt* anschreib* angeschrieben schreib* geschrieben mail* anmail* angemailt belästig* anruf* angerufen "
    "kontaktier* zusend* zuschick* schick* send* zumüll* zuspam* spam* beläst* behellig* stör* nerv* meld* gesendet geschickt zugesandt zugeschickt",
    "streich": "streich* lösch* entfern* nehm* nimm nehmt tilg* trag* austrag* rausnehm* herausnehm* rauslösch* werf* wirf schmeiß*",
    "du": "sie du ihr",
    "kein": "kein keine keinen keinem keiner keinerlei",
    "day": "montag* dienstag* mittwoch* donnerstag* freitag* mo di mi do fr morgen übermorgen heute vormittag* nachmittag*",
    "person": "person ansprechpartner* ansprechperson* kontakt adresse stelle adressat* mann frau richtige",
    "melden": "meld* komm* kontaktier* sprech* sprich schreib* ruf* anruf* nachhak* nachfrag* nachfass* frag* hak* probier* versuch* erinner* red* sprech* anfrag*",
    "data": "daten mail* e-mail* email* adresse* kontaktdaten nummer namen kontakt* telefonnummer* informationen",
}
CUES = (
    de_firm.CUES
    + """
out_of_office 5
    nicht|außer .. im|in_meinem|in|am .. büro|haus|hause|office|arbeitsplatz|dienst
    abwesen*|abwesenheitsnotiz*|abwesenheitsassistent*|abwesenheitsbenachrichtigung
    ich .. bin|befinde .. urlaub|elternzeit|mutterschutz|dienstreise|geschäftsreise|elternteilzeit|krank*|reha|sabbatical|außer_haus|unterwegs|fortbildung|betriebsferien
    bin|befinde .. im|in|auf urlaub|elternzeit|mutterschutz|dienstreise|geschäftsreise|krankenstand|ferien
    im urlaub|mutterschutz|krankenstand|sabbatical
    in elternzeit|den_ferien|kur|mutterschutz
    ^ urlaub
    wieder|zurück .. erreichbar|im_büro|im_haus|da|für_sie_da|im_dienst|am_platz|im_einsatz|zurück
    bin ... wieder|zurück .. da|zurück|büro|haus|erreichbar|für_sie
    ab|am ... wieder|zurück $
    dringend*|eilig*|notfall* .. fällen|angelegenheiten|fragen|anliegen|wenden|kontakt*|bitte|fall
    in|bei dringenden|dringenden_fällen|eiligen
    nicht|keinen|eingeschränkt*|begrenzt*|unregelmäßig*|kein|sporadisch|nur|selten .. zugriff|zugang|erreichbar|lesen|abrufen|lese
    meine|ihre|diese|eingehende mail*|e-mail*|email*|nachricht* .. nicht|unregelmäßig .. weitergeleitet|gelesen|bearbeitet|abgerufen
    meiner abwesenheit
    meine vertretung
    vertretung .. übernimmt|ist|erreichen
    bis|vom|ab ... nicht erreichbar|anwesend|verfügbar|da|im
    bin .. offline|abwesend|verreist
    nach meiner rückkehr|wiederkehr
    dienstlich unterwegs
    betriebsferien|betriebsurlaub|werksferien
    unser|das büro .. geschlossen
auto_reply 5
    automatisch* .. antwort|nachricht|mail|e-mail|email|generiert*|erstellt*|erzeugt*|eingangsbestätigung|empfangsbestätigung|bestätigung|versandt|verschickt
    eingangsbestätigung|empfangsbestätigung|lesebestätigung
    haben .. ihre|deine|eure|die .. nachricht|mail|e-mail|anfrage|email|anliegen|mitteilung .. erhalten|bekommen|empfangen
    ihre|deine|eure .. nachricht|mail|e-mail|anfrage|email|anliegen|ticket|vorgang .. eingegangen|erhalten|angelegt|erfasst|registriert|bearbeitet|bearbeiten|weitergeleitet_an
    ticket*|vorgang*|fall-nr|fallnummer|vorgangsnummer|ticketnummer .. angelegt|eröffnet|erstellt|nummer|nr|lautet|erfasst
    ticketnummer|vorgangsnummer|fallnummer|bearbeitungsnummer|aktenzeichen|referenznummer|servicenummer
    schnellstmöglich|so_schnell_wie_möglich|so_bald_wie_möglich|baldmöglichst|umgehend|zeitnah|in_kürze|schnellstens|unverzüglich .. bearbeite*|antwort*|melden|kümmern|beantwort*|zurück|um|bei_ihnen|ihr
    melden uns .. schnellstmöglich|so_schnell|umgehend|zeitnah|in_kürze|baldmöglichst|innerhalb|bald
    kümmern uns .. um .. anliegen|anfrage
    antworten .. nicht .. auf .. diese
    nicht auf diese .. antworten
    nicht .. antworten .. diese
    postfach|mailadresse|adresse|mailbox|e-mail-adresse|emailadresse|konto .. nicht|stillgelegt|deaktiviert .. gelesen|überwacht|aktiv|betreut|genutzt|mehr|existiert|abgerufen
    postfach|mailbox|e-mail-adresse .. stillgelegt|deaktiviert
    innerhalb von .. stunden|werktagen|tagen|arbeitstagen
    dank .. für .. ihre|deine anfrage|kontaktaufnahme|bestellung
    unsere öffnungszeiten|servicezeiten|geschäftszeiten
referral 4
    zuständig* .. ist|wäre|sind|dafür|hierfür .. herr*|frau|kolleg*|mein*|abteilung|unser*
    ist|wäre .. herr*|frau|kolleg* .. zuständig*|verantwortlich*
    dafür|hierfür|darum|da .. ist|wäre|kümmert|macht .. herr*|frau|kolleg*|mein*|unser*
    wenden|wende|wendet .. sich|dich|euch .. an
    wenden an
    an .. herrn|frau|kolleg*|abteilung .. wenden|weitergeleitet|weitergegeben|gegeben|leite|richten
    weitergeleitet|weitergegeben|weitergereicht|weiterleiten|leite|übergeben|weitergeb*|weitergeleitet !werden|nicht
    leite|gebe|reiche|leiten|geben .. ihre|deine|das|die|es|sie .. weiter
    mein*|unser* .. kolleg* .. kümmer*|verantwort*|zuständig*|hilft|betreut|weiter
    meinen|meine|meiner|unser*|mein kolleg*|chef*|vorgesetzt*|einkauf*|leiter*|geschäftsführ*|it-leiter*
    sprech*|sprich|kontaktier*|schreib*|red*|ruf*|meld*|frag* .. mit|bei|an|am_besten|doch|bitte|besser|lieber|direkt|dich|sich .. herrn|frau|kolleg*|einkauf*|meinem|meiner|unserem|unserer|abteilung|zentrale
    richtige|bessere|beste ansprechpartner*|ansprechperson|adresse|kontakt .. ist|wäre|für
    ansprechpartner*|ansprechperson .. ist|wäre|für|hierfür|dafür|bei
    in|auf cc|kopie
    verantwortlich* .. ist|dafür
    macht|betreut|verantwortet|entscheidet|übernimmt|leitet .. bei_uns|das|dieses|herr|frau|kolleg*
    @person .. ist .. herr|frau
    erreichen ihn|sie .. unter
referral 3
    sprech*|sprich|red*|wend*|meld*|schreib* .. mit|an|bei !mir|uns|mich|ihnen|dir
wrong_person 4
    nicht .. zuständig*|verantwortlich*|richtige*|korrekte*|mein_bereich|mein_thema|mein_gebiet|entscheid*|befugt
    falsche* .. @person|stelle|adresse|ansprechpartner*|verbunden|firma|abteilung
    falsch .. verbunden|bei_mir|hier|gelandet
    sie|du falsch
    nicht|nix|nichts .. mehr .. bei|im|in|für|dort|da|hier .. unternehmen|firma|tätig|beschäftigt|arbeite*|haus|angestellt|dabei
    nicht mehr .. im|in|bei|für|dort|da|tätig|beschäftigt|angestellt|zuständig|verantwortlich
    arbeite* .. nicht|seit|schon .. mehr|nicht
    damit|hiermit|dem|thema .. nichts|nix .. tun|zu_tun|am_hut
    nichts .. zu|am .. tun|hut .. damit|mit
    ausgeschieden|verlassen|pensioniert|rente|ruhestand|gekündigt|gewechselt
    verwechs*
    fällt|liegt|gehört .. nicht .. bereich|zuständig*|verantwort*|aufgaben*|ressort
    nicht .. mein|meinen|meinem|meiner|unser .. bereich|zuständigkeit*|ressort|aufgabe*|abteilung|thema|baustelle
    bin .. nur|bloß|lediglich .. praktikant*|azubi|student*|aushilfe|hausmeister|werkstudent*|sekretär*
    ich bin hausmeister|praktikant*|azubi|aushilfe|rentner*
    keine entscheidung*|befugnis*
    existiert nicht|nicht_mehr
not_interested 4
    ihnen|leider .. absagen|ablehnen|absage
    nicht .. annehmen|eingehen|wahrnehmen|nutzen|zusagen|überzeugt_von
    kommt nicht .. frage|infrage
    @kein .. interesse|bedarf|verwendung|relevanz|bedürfnis|nutzen|mehrwert|bedarfs|notwendigkeit|anwendungsfall
    nicht|nie .. interessiert|interessant|relevant|gebrauchen|brauchen|benötigen|nötig|notwendig|passend|weiterverfolgen|in_frage|infrage|geeignet|verfolgen|spannend|sinnvoll
    brauche*|benötig* .. nicht|@kein|sowas_nicht
    ^ nein danke|vielen_dank|besten_dank
    danke .. nein
    ^ nein $
    ^ nö
    verzicht* !auf_weitere
    ablehnen|absagen|absage|lehnen .. ab
    lehnen|lehne|sagen|sage .. ab
    uninteressant|desinteresse|irrelevant
    gegen .. entschieden|zusammenarbeit|angebot
    dagegen entschieden
    nicht .. für .. uns
    passt|kommt .. nicht .. zu|für|in .. uns|mich|frage
    nichts für uns|mich
    für uns|mich nichts|nicht|uninteressant
    bereits|schon|gut|bestens|sehr_gut .. aufgestellt|versorgt|abgedeckt
    viel|weiterhin erfolg
    nehmen|nehme .. abstand
    sehen|sehe|seh .. @kein .. bedarf|mehrwert|nutzen|anwendung|verwendung
not_interested 2
    danke .. aber
    leider .. nicht
objection 4
    zu|recht|sehr|ganz_schön teuer|hoch|kostspielig|aufwändig|aufwendig|komplex|kompliziert|groß|klein
    teuer|überteuert|günstiger|billiger|kostspielig
    @kein .. budget|geld|mittel|etat|kapazität*|ressourcen|budgets
    budget* .. fehlt|ausgeschöpft|gestrichen|eingefroren|knapp|aufgebraucht|erschöpft|verplant
    preis*|kosten .. sprengen|rahmen|übersteig*|zu_hoch|hoch|abschreck*
    sprengt|sprengen|übersteigt .. rahmen|budget
    bereits|schon|seit_jahren|aktuell|derzeit|momentan .. anbieter|lösung|dienstleister|partner|system|tool|software|lieferant*|agentur|im_einsatz|vertrag|eigene|intern|mit
    haben|nutzen|verwenden|arbeiten|setzen|besitzen .. bereits|schon|seit|selbst|intern .. anbieter|lösung|dienstleister|partner|system|tool|software|lieferant*|agentur|einsatz|vertrag|mit|eine|einen|ein|auf
    nutzen|verwenden .. schon|bereits|intern
    wir arbeiten|nutzen|setzen .. mit|auf|seit|schon
    zufrieden|glücklich .. mit|damit|sind
    mit .. zufrieden
    sind|bin .. zufrieden
    vertraglich|vertrag .. gebunden|bis|läuft|laufend*|bei|mit
    wechsel|umstieg|umstellung|wechseln|umsteigen .. zu|aufwändig|aufwendig|lohnt|wäre|kommt|teuer|riskant|grund|nicht
    @kein grund .. wechsel*|anlass|zu
    in-house|inhouse|eigenentwicklung|selbst_entwickelt|intern_gelöst|machen_das_selbst|selber|hausintern*
    wir machen|entwickeln|lösen .. selbst|selber|intern|inhouse
    wettbewerb*|konkurrenz|mitbewerber* .. günstiger|billiger|angebot*|bietet
    schlechte erfahrung*
    erfahrung* .. schlecht*|negativ*|nicht_gut
    schon|bereits .. ausprobiert|probiert|getestet|versucht|enttäuscht
    glaube|denke|bezweifle|zweifle|überzeugt|skeptisch .. nicht|dass|kaum|noch
    nicht .. überzeugt|überzeugend
    skeptisch|bezweifle|zweifel
    lohnt .. nicht
    warum|wieso|weshalb sollte*
    tut was .. soll
    vorgabe* .. konzern|mutter|zentrale
    konzern|muttergesellschaft .. vorgegeben|gibt_vor|entscheidet
deferral 4
    @melden .. in|im|nach|ab|anfang|mitte|ende|nächst*|später|dann|wieder|noch_einmal|nochmal|nochmals|noch_mal|erneut|zum|gegen
    @melden .. sich|dich|euch|mich|uns|gerne|gern|bitte .. in|im|nach|ab|anfang|mitte|ende|nächst*|später|dann|wieder|noch_einmal|nochmal|nochmals|noch_mal|erneut|zum|gegen
    noch_einmal|nochmal|nochmals|noch_mal|wieder|erneut .. @melden|auf_mich|auf_uns|sprechen|darüber|an|auf_sie|reden|anklopfen
    wieder auf .. mich|uns|sie|zu
    komme|kommen|komm .. wieder|nochmal|später|dann|darauf .. auf|zurück
    später .. vielleicht|mal|nochmal|wieder|eventuell|im
    vielleicht|eventuell|möglicherweise .. später|nächstes|im|in|wieder|ab
    nächst*|kommend* .. jahr|quartal|halbjahr|monat|budget*|geschäftsjahr !woche
    erst .. nächstes|im|in|nach|ab|wieder|ende|mitte|anfang|kommend* .. jahr|quartal|halbjahr|monat|@day|sommer|herbst|winter|frühjahr|ferien|messe|thema|q1|q2|q3|q4|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember
    vorher nicht
    nicht vor
    nach .. ostern|sommer*|ferien|urlaub|weihnachten|jahreswechsel|messe|jahresabschluss|pfingsten|quartal*|umstellung|umzug
    danach|dann .. gerne|gern|können|reden|sprechen|nochmal|wieder
    in .. paar|einigen|zwei|drei|vier|sechs|halben|jahr|einem .. monat*|woche*|jahr|wochen !bis
    zurückgestellt|zurückstellen|verschoben|verschieben|vertagt|auf_eis|pausiert|aufschieben|vertagen
    budget* .. quartal|planen|jahr|herbst|neue*
    sprech*|reden|hören .. wieder|dann|nochmal
    später
    steht|stehen .. erst .. an
    mitten in|im
deferral 3
    aktuell|derzeit|momentan|zurzeit|zur_zeit|im_moment|gerade|gegenwärtig|jetzt|im_augenblick .. nicht|@kein|leider|keine|andere|schlecht|ungünstig|unpassend|eher|voll|viel|zu
    nicht .. aktuell|derzeit|momentan|zurzeit|im_moment|jetzt|gerade|dieses_jahr|heuer|vor
    andere|anderen prioritäten|themen|baustellen|projekte*
    @kein .. priorität|zeit|thema|kopf|zeitpunkt|luft|kapazität
    nicht .. priorität|prio|zeitpunkt|richtige_zeit
    falscher|schlechter|ungünstiger|unpassender|schlechtes zeitpunkt|moment|timing|augenblick
    zeitpunkt|timing .. ungünstig|schlecht|unpassend|falsch|nicht
    bin|sind .. bis .. zu|ausgelastet|voll|beschäftigt|dicht|land_unter
    ausgelastet|ausgebucht|land_unter|überlastet|viel_um_die_ohren|viel_zu_tun|alle_hände
meeting_request 4
    termin* .. vereinbaren|vorschlag*|machen|ausmachen|finden|einstellen|schicken|senden|passt|abstimmen|für|am|ansetzen|nächste*|anbieten|festlegen|fixieren
    vereinbaren|machen|finden|ausmachen .. termin*|gespräch|telefonat|call|treffen
    telefonieren|telefonat|telefontermin|videocall|videokonferenz|video-call|onlinetermin|kennenlerngespräch|gesprächstermin|videotermin
    call|meeting|demo|gespräch|treffen .. am|machen|vereinbaren|ansetzen|einstellen|nächste*|kommende*|@day|um|passt|aufsetzen
    ruf*|rufen|anrufen|ruft .. mich|uns|sie|an|gern*|bitte|einfach|durch .. an|durch|@day|unter|kurz
    rufen|ruf .. mich|uns
    passt|passen|ginge|geht|klappt|ginge_es|würde|wäre .. @day|ihnen|dir|euch|bei_ihnen|um .. @day|um|uhr|morgen|vormittag|nachmittag|nächste|??
    @day .. um .. uhr
    @day .. uhr
    passt .. @day|uhr
    um .. uhr
    @day .. passt|ginge|geht|ideal|recht|klappt|wäre|zeit
    am|nächsten|kommenden @day .. zeit|passt|um|gerne|ideal|wäre|geht
    wann .. haben|hätten|hättest|passt|hast|können|sind|bist|wäre|würde .. zeit|sie|ihnen|du|dir|termin|es|verfügbar ??
    hätten|hätte|haben|hab|hast .. zeit .. @day|nächste|um|für|??
    habe|hätte .. @day .. zeit
    einladung|teams-einladung|termineinladung|kalendereinladung|teams-link|zoom-link|zoom|teams|einwahllink
    kalender|calendly|terminlink|buchungslink|terminbuchung
    treffen|treff .. uns|wir|@day|bei|kaffee|nächste
    besprechen|austauschen|unterhalten|kennenlernen|sprechen .. @day|telefon|persönlich|kurz|nächste_woche|per|bei|am
    am telefon
    persönlich .. kennen*|treffen|vorbei*|gespräch
    vorbeikommen|besuch*|komm* .. vorbei
    erreichbar|verfügbar .. @day|uhr|unter|zwischen
    heute|morgen|@day .. ab|zwischen .. uhr|erreichbar|und
    zeige*|vorführ*|präsentier* .. termin|live|uns|demo
interest 4
    klingt|hört|sieht|das_ist|wäre|ist|finde|scheint|sehr|ganz|durchaus|wirklich .. interessant*|spannend*|gut|super|toll|vielversprechend|prima|relevant|klasse|sinnvoll
    interessant*|spannend*|vielversprechend*|neugierig
    interessier* .. uns|mich|sehr
    sind|bin|wären|wäre|grundsätzlich|durchaus|prinzipiell .. interessiert
    interesse .. haben|hätten|besteht|da|an|vorhanden
    haben|hätten|habe|hätte|besteht|grundsätzlich|durchaus|großes .. interesse
    mehr|weitere|nähere|weiteren|ausführliche|zusätzliche|genauere .. info*|informationen|unterlagen|erfahren|details|wissen|material|dazu|hören
    schick*|send*|lass*|überlass*|mail*|zukommen .. mir|uns|gern*|bitte|mal|doch|weitere|mehr .. info*|unterlagen|material|angebot|preis*|broschüre*|präsentation|details|referenz*|zu|zukommen|rüber|doku*|flyer|case*|beispiele
    angebot|unterlagen|infomaterial|broschüre|präsentation|referenzen|preisliste|infos .. schicken|senden|zukommen|zusenden|erstellen|machen|zu|bitte|??
    zukommen lassen
    gibt es .. broschüre|unterlagen|präsentation|demo|video|flyer|infos
    erzähl* .. mehr
    ansehen|anschauen|anhören|reinschauen|angucken
    gern*|gerne .. mehr|mal|ansehen|weitere|kennenlernen|unterlagen|näher
    ^ ja .. gern*|bitte|klar
    ^ gerne $
    beschäftigt uns
    genau .. suchen|brauchen|gesucht
    suchen|brauchen .. gerade|genau|aktuell|sowas|so_etwas|lösung|noch|nach
    wären|wäre|ist .. für uns .. relevant|interessant|thema|spannend
    nächsten schritte|schritt
    passt .. gut .. zu
    kommt .. richtigen|genau .. zeit*|moment
    warum nicht
    testzugang|teststellung|testen|ausprobieren
interest 2
    gute|tolle|schöne idee|sache|ansatz
    freue .. auf|mich
question 4
    wie|was|wo|wer|welche*|warum|wieso|womit|wozu|wofür|wieviel|wodurch ... ??
    in|mit|für|ab|bei|zu|auf|aus|von|seit|bis welche*|wie ... ??
    kann|können|könnt|kannst|gibt|ist|sind|läuft|hat|habt|haben|unterstützt|bietet|bieten|funktioniert|lässt|geht|werden|wird|braucht|brauchen|arbeitet|macht|muss ... ??
    was|wie_viel|wieviel .. kostet|kosten|preis
    unterscheide*
    frage|fragen .. dazu|zu|vorab|habe|hätte|noch
    habe|hätte .. frage|fragen
    erläutern|erklären|erklär*
    schnittstelle*|kompatibel|integrier*
other 2
    ^ danke|dank|ok|okay|alles_klar|verstanden|erhalten|super|prima|gut|top|passt|merci $
    ^ danke|vielen_dank|besten_dank|herzlichen_dank|ok .. dir|ihnen|für|euch .. info*|nachricht|mail|rückmeldung|antwort|hinweis !aber $
    ^ ok danke
    zur|kenntnis genommen
    kenntnis genommen
    ^ viele|liebe|beste|schöne|herzliche grüße $
    frohe|fröhliche|schöne weihnachten|ostern|feiertage|wochenende
    guten rutsch
    schönes wochenende
    schönen tag
"""
)
