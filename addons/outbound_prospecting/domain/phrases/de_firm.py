"""German: what nothing else in a mail outweighs, and the topics that go to a person."""

CUES = """
opt_out 5
    bitte verwenden|benutzen|nutzen .. nicht|nie mehr|länger|weiter
    @kein @mail .. möchte*|will|wollen|wünsch* $
    hör|hören|hört ... auf $
    nix|nichts .. mehr .. von|hören|bekommen|schicken
    sehen|seht|sieh .. davon .. ab
    davon abzusehen|absehen|abzulassen
    meld*|melden .. nicht|nie .. mehr|wieder|nochmal|erneut !vor
    vergessen|vergiss|vergesst .. meine|mich|diese|unsere .. adresse*|mailadresse|mich|nummer|email*|e-mail*|bitte|einfach|$
    grundsätzlich|prinzipiell|generell .. @kein|nicht .. akquise|kaltakquise|werbung|anfragen|angebote|vertrieb*|@mail
    @kein .. kaltakquise|akquise|werbung .. erwünscht|bitte|mehr|$
    nicht|nie|nichts .. mehr|weiter|wieder .. zukommen|nachfassen|nachhaken|behelligen|stören|nerven
    lassen|lass|lasst .. gut|bleiben|stecken|sein $
    raus|runter|weg .. hier|damit|da $
    schließ* .. mich|uns .. aus|künftig|von
    ausschließen|ausgeschlossen|ausnehmen .. von|künftig|@mail
    aus .. @list|system|kartei|adressbuch .. nehmen|nimm|nehmt|tilgen|löschen|entfernen|rauswerfen|werfen|schmeißen|streichen
    nehmen|nehmt|nimm|werfen|schmeißt|tilgen .. mich|uns|meine|meinen .. raus|heraus|aus|von|runter
    lassen|lasst|lass|haltet|halten .. mich|uns .. raus|außen_vor|damit|heraus
    letzte|letzten|letztes @mail|schreiben|kontaktversuch|anschreiben .. bleib*|war|ist|sein|gewesen|ihr*|eur*|von_ihnen
    ist|sei|war|bleibt|bleibe .. letzte* @mail|kontaktversuch|kontaktaufnahme
    blockier* .. sie|dich|euch|ihre|ihren|eure|absender|adresse
    spam .. markier*|gemeldet|melde*
    nicht|@kein .. erwünscht|gewollt|gewünscht|willkommen
    raus|runter|weg .. aus|von|mit .. @list|liste
    will|möchte|wollen|möchten .. raus|runter|weg|heraus|gelöscht|entfernt|gestrichen|ausgetragen
    verschonen|verschont|ersparen|erspar|erspart|spart|sparen .. sie|mir|mich|uns|euch .. @mail|künftig|weitere|damit|bitte|das|ihre|solche
    entfernt|entfernen|entferne|streicht|löscht|streich mich|uns|sie_mich
    abmelden|abmeldung|abbestell*|austragen|abgemeldet|opt-out|unsubscribe|abbestellung
    melde|meldet|melden mich|uns|sie .. ab|vom
    mich|uns .. aus|von .. @list
    @streich .. mich|uns|meine|meinen|unsere|diese|die .. aus|von|raus|heraus|@list|ab
    @streich .. mail-adresse|mailadresse|e-mail-adresse|emailadresse|e-mailadresse|email_adresse|adresse !nicht
    aus .. @list .. @streich|entfernt|gelöscht|genommen|gestrichen|ausgetragen|rausnehmen|raus
    mich|uns|meine .. entfernen|streichen|rausnehmen|herausnehmen|austragen|rausstreichen|löschen
    @kein .. weiteren|weitere|mehr|zukünftigen|künftigen|solche|solchen|derartigen|werblichen|ihrer|eurer .. @mail|kontakt*|anrufe
    @kein .. @mail .. mehr|erhalten|bekommen|schicken|senden|wünschen|erwünscht|zusenden|gewünscht|von_ihnen
    @kein .. @mail mehr|bitte
    @kein @mail $
    nicht|nie|niemals|nichts mehr|weiter|länger|wieder|erneut|noch_einmal|nochmal .. @write|kontaktiert|angeschrieben|belästigt
    nicht|nie|nichts .. mehr|weiter|wieder|erneut|zukünftig|künftig .. kontaktier*|anzuschreiben|anschreib*|angeschrieben|schreiben|mailen|belästig*|zu_kontaktieren|zu_schreiben|zusenden|senden|schicken|hören|anrufen|erhalten|bekommen|werden|empfangen
    @write .. mir|mich|uns .. nicht|nie|nichts|@kein .. mehr|weitere|weiteren|wieder
    @write .. nicht|nie|nichts|@kein mehr|weitere|weiteren|wieder
    von @write|weiteren|ihnen|weiterer|künftigen|zukünftigen|solchen .. absehen|verschonen|abzusehen|abstand|absieht|verschont
    sehen|seht|sieh .. von .. ab
    hör|hören|hört .. auf ... @write|mir|mich|uns|damit|mit
    aufhören|aufzuhören ... @write|mails|mir|mich
    unterlass* .. @write|zusendung|künftig|zukünftig|dies|weitere|solche|das|bitte|kontaktaufnahme
    zu unterlassen
    einstellen .. @mail
    stellen|stellt|stell .. @mail|zusendung|versand|kontakt* .. ein
    stopp|stoppen|stoppt|stop .. @mail|damit|@write|zusendung
    ^ stop|stopp $
    ^ stop|stopp bitte|danke $
    ^ bitte stop|stopp|stoppen $
    möchte*|will|wollen|wünsch* .. nicht|@kein|nichts .. mehr|weiter|länger .. erhalten|bekommen|kontaktiert|angeschrieben|hören|werden|@mail
    möchte*|will|wollen|wünsch* .. @kein .. @mail|kontakt*|werbung
    möchte*|will|wollen|wünsch* .. nicht .. kontaktiert|angeschrieben|angemailt|angerufen|belästigt
    nicht .. kontaktiert|angeschrieben|angemailt .. werden
    widersprech* .. werb*|kontaktaufnahme|zusendung|nutzung .. @mail|zu|meiner|werbe*|werbung|zwecke*
    @kein weiteren|weitere|weiterer .. kontaktaufnahme*|kontakt*|zusendung*|@mail
    sperren .. mich|uns|meine|adresse
    nichts mehr .. ihnen|euch|dir hören|bekommen|wissen
    verzichten .. zusendung|@mail|kontaktaufnahmen
    verschon* .. mich|uns
    raus aus|von .. @list
opt_out 4
    suchen|sucht|such .. anderen|anderes|andere .. opfer|dumm*
    unerwünschte*|unaufgefordert*|unverlangt*|ungebeten* .. @mail|werbung|zusendung*|post
    lassen|lasst|lass .. mich|uns .. ruhe|frieden
opt_out 3
    nie|niemals|nicht .. angemeldet|eingewilligt|zugestimmt|abonniert|angefordert|eingetragen
    @kein einwilligung|zustimmung
trap 6
    warten|warte|wartet|vergessen|vergiss|vergesst .. nicht ...
    zögern|zögere|zögert|scheuen .. nicht
    wie|kann|können|könnt|gibt|was|lassen|lässt|meldet ... kunden|empfänger|nutzer|abonnenten|kontakte|newsletter-empfänger ... abmelde*|abbestell*|abmeldung*|austragen|ab ??
    nicht abmelden|abbestellen|löschen|streichen $
    bitte nicht abmelden|austragen|aufhören|löschen
    hör|hören|hört .. nicht auf
    wie|kann|können|gibt|lässt|unterstützt|was ... abmelde*|abbestell*|abmeldung*|opt-out|austragen ... kunden|empfänger|software|tool|system|produkt|lösung|newsletter-empfänger|nutzer|abonnenten|kontakte|plattform|automatisch
    alle|jeden|sämtliche .. empfänger|kontakte|kunden|leads|adressen .. abmelden|löschen|entfernen|austragen
    abmelderate*|abmeldequote*|abmeldelink*|abmeldefunktion*
    nicht .. vor|bis .. wieder|nochmal|erneut .. kontakt*|meld*|@write
law 1
    dsgvo|ds-gvo|bdsg|datenschutzgrundverordnung|datenschutz-grundverordnung|gdpr
privacy_request 6
    datenauskunft|auskunftsersuchen|auskunftsanspruch|löschbegehren|auskunftsrecht|löschanspruch|betroffenenrechte*|selbstauskunft
    auskunft .. über|zu|darüber|gemäß|nach .. daten|person|gespeichert*|art|dsgvo|artikel|mich|meine
    welche .. daten|informationen .. @du|mir|mich|uns|person
    was .. gespeichert .. mich|mir
    löschen|lösche|löscht|löschung|entfernen|vernichten|vernichtung .. sämtlich*|alle|aller|meine|meiner|personenbezogen*|unsere .. daten|informationen
    sämtlich*|alle|aller|personenbezogen*|meine|meiner|unsere|gespeicherten .. daten ... löschen|löscht|gelöscht|löschung|vernichten|zu_löschen|sperren
    personenbezogen* daten
    recht auf löschung|auskunft|vergessenwerden|vergessen|widerspruch
    widersprech* .. verarbeitung|speicherung|nutzung .. daten
    widerspruch .. verarbeitung|art
    rechtsgrundlage
    quelle .. daten|adresse*
    gemäß|nach|laut art|artikel .. 15|17|21
    kopie .. daten
    gespeicherten|gespeichert .. daten .. mich|mir|person
privacy_request 5
    wissen|wisst|weißt|weiß .. über|von mich|mir
    wer|woher .. mein*|diese|unser* .. @data .. gegeben|weitergegeben|verkauft|verraten|genannt|haben|bekommen
    woher|wo|von_wem|wie .. @du|u .. meine|unsere|diese|mich|den|die|an .. @data
    woher .. haben|hast|habt|stammt|stammen|kommt|kommen|kennen|kennst .. meine|unsere|diese|sie|mich|du|ihr|@data
    wie .. @du .. meine|unsere|meinen|meiner .. @data
    wer .. ihnen|dir|euch .. meine|unsere .. gegeben|weitergegeben|@data
    herkunft .. daten|adresse*
    datenschutzbeauftragte*|datenschutzbehörde*|aufsichtsbehörde*
    deren löschung
erase 1
    lösch*|vernicht*|vergessen*
access 1
    auskunft*|welche_daten|kopie|welche_informationen
source 1
    woher|herkunft|quelle
    wie .. an meine
hostile 5
    lecken|leckt|leck .. mich|arsch
    am arsch
    verpiss*|arschloch*|idiot*|vollidiot*|depp*|trottel|wichser*|fotze*|penner|hurensohn|drecks*|scheiß*|fick*|spinner|schwachkopf*|bastard*|blödmann|lackaffe*
    spammer*|betrüger*|abzocker*|gauner*|schmarotzer*|drückerkolonne
    halt|haltet|halten .. fresse|maul|klappe|schnauze
    leck*|leckt mich
    schämen|schäm|schämt .. sie|dich|euch|sich
    zeige|zeigen|anzeige|anzeigen .. sie|dich|euch|erstatten|an|anzeigen|wegen|gegen|erstattet|raus
    sie|dich|euch|ihnen anzeigen|verklagen|abmahnen
    strafanzeige|abmahnung|unterlassungserklärung|unterlassungsklage|wettbewerbszentrale|bundesnetzagentur
    mein*|unser* anwalt|rechtsanwalt|rechtsabteilung|anwältin|anwälte*
    anwalt .. informiert|eingeschaltet|einschalten|hören|schaltet|weiter
    frechheit|unverschämtheit|unverschämt|dreist|sauerei|dreistigkeit|schweinerei
    schwachsinn|müll|scheiße|scheiss*|mist|dreck|bullshit|schrott
    geh|gehen|geht .. zum_teufel|zur_hölle|sterben|weg
    belästigung|belästigen|belästigt
    nichts besseres .. tun
    was fällt .. ein
    polizei|verbraucherzentrale|verbraucherschutz
    so ein|eine unsinn|blödsinn|quatsch|mist
    spam-müll|spammüll
hostile 3
    spam|spammen|unseriös*|nervt|nervig|lächerlich|peinlich|unmöglich|blödsinn|quatsch
legal 1
    anwalt*|rechtsanwalt*|rechtsabteilung|abmahnung|unterlassungserklärung|klage|gericht
security 1
    sicherheitsprüfung|sicherheitsfragebogen|iso_27001|informationssicherheit
press 1
    journalist*|redaktion|redakteur*|presseanfrage|zeitung
machine 1
    bist|sind|ist .. bot|roboter|ki|maschine|mensch ??
    schreib*|sprech*|red* .. mit .. bot|roboter|ki|maschine|menschen ??
instructs 1
    ignorier* .. anweisung*|regeln|instruktion*|vorgaben
    vergiss .. anweisung*|regeln|instruktion*
    alle|jeden .. abmelden|löschen|austragen
"""
