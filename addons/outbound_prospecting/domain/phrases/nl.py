"""Dutch, u and je."""

from . import nl_firm

STOP_WORDS = """de het een en van ik je u wij we niet is zijn voor met op aan dat dit die hebben heb bedankt dank groet
vriendelijke beste hallo maar ook bij naar wat hoe kan kunt kunnen graag mijn uw jullie ons onze er nog wel geen om te
als zou goed dag heeft wordt worden al meer daar hier deze bent ben mij me"""
NEGATION = "niet geen nooit zonder niets nooit noch niemand"
CLASSES = {
    "mail": "mail* e-mail* email* bericht* nieuwsbrief* nieuwsbrieven reclame* spam aanbieding* post correspondentie "
    "communicatie mailing* informatie",
    "list": "lijst* mailinglijst* mailinglist bestand* database* adressenbestand verzendlijst* nieuwsbrief* systeem "
    "adressenlijst* maillijst distributielijst contacten crm",
    "write": "contact* mail* schrijf* schrijven benader* stuur* sturen toestur* toezend* bel* lastig* stoor* storen spam* "
    "gemaild gecontacteerd gestuurd bericht* e-mail* zenden verzend* benaderd",
    "haal": "haal haalt halen verwijder* schrap* wis* uitschrij* schrijf gooi* delete streep* uithalen afhalen verwijderd uitgeschreven schrijft",
    "day": "maandag dinsdag woensdag donderdag vrijdag morgen overmorgen vandaag ma di wo do vr maandagmiddag dinsdagmiddag woensdagmiddag donderdagmiddag vrijdagmiddag maandagochtend dinsdagochtend woensdagochtend donderdagochtend vrijdagochtend morgenochtend morgenmiddag vrijdagmorgen",
    "person": "persoon contactpersoon* aanspreekpunt adres afdeling gesprekspartner iemand",
    "data": "gegevens mail* e-mail* email* adres mailadres contactgegevens nummer telefoonnummer naam informatie data",
}
CUES = (
    nl_firm.CUES
    + """
out_of_office 5
    niet .. aanwezig|bereikbaar|beschikbaar
    niet .. op .. kantoor|werk
    afwezig*|out_of_office|afwezigheid*
    ben|ik|momenteel|wegens .. vakantie|zwangerschapsverlof|verlof|ouderschapsverlof|ziek|zakenreis|reis
    met|op|wegens .. vakantie|verlof|zwangerschapsverlof|ouderschapsverlof|bevallingsverlof|zakenreis
    zwangerschapsverlof|ouderschapsverlof|vaderschapsverlof|ziekteverlof|bevallingsverlof
    weer|terug .. bereikbaar|aanwezig|op_kantoor|aan_het_werk|beschikbaar|terug
    ben .. terug|weer .. op|vanaf|maandag|kantoor|bereikbaar|aanwezig
    terug op|van|vanaf|maandag
    dringend*|spoed*|urgent* .. contact|bel*|mail|zaken|gevallen|kunt|vragen|kan
    voor|bij|in dringende|urgente|spoed*
    beperkt*|geen|minder|niet|nauwelijks .. toegang|bereikbaar|mail_lezen|mijn_mail
    tijdens|in mijn|deze afwezigheid|vakantie
    mijn afwezigheid
    mails|mail|berichten|e-mail .. niet .. gelezen|doorgestuurd|beantwoord
    kantoor|bedrijf .. gesloten|dicht
    bij terugkomst|terugkeer
    mijn terugkomst|terugkeer
auto_reply 5
    automatisch* .. bericht|antwoord|gegenereerd*|mail|reactie|e-mail|ontvangstbevestiging|verstuurd|verzonden|bevestiging
    ontvangstbevestiging
    hebben|heb .. uw|je|jouw .. bericht|mail|aanvraag|vraag|e-mail|verzoek|melding .. ontvangen|goed_ontvangen
    uw|je|jouw .. bericht|mail|aanvraag|vraag|e-mail|verzoek|melding|ticket .. ontvangen|geregistreerd|in_behandeling|aangemaakt|in_goede_orde
    zo spoedig|snel mogelijk
    binnen .. 24|48|twee|één|een|2|3|1|enkele .. uur|werkdagen|werkdag|dagen
    niet .. beantwoord*|antwoord*|reageren|reply .. dit|hierop|op_dit|op_deze
    dit|hierop|deze .. niet .. antwoorden|beantwoorden|beantwoord|reageren
    ticket*|zaaknummer|referentienummer|casenummer|dossiernummer|meldingsnummer|ticketnummer .. aangemaakt|is|nummer|geregistreerd|geopend|nr
    zaaknummer|referentienummer|ticketnummer|meldingsnummer
    bedankt|dank .. voor .. contact|aanvraag|bericht_aan|uw_vraag|het_contacteren
    mailbox|postbus|inbox|adres|mailadres|e-mailadres .. niet .. gelezen|meer|gemonitord|actief|beheerd|gebruik
    klantenservice|servicedesk|helpdesk
    openingstijden
    onze medewerkers|collega's nemen|neemt
referral 4
    neem contact op met !mij|ons|me
    contact opnemen met !mij|ons|me
    contact*|spreek|bel|mail|praat|benader|vraag|overleg|schrijf|richt .. met|mijn|onze|aan|het_beste|best|beter|u|tot|dan|even .. collega|inkoper|directeur|manager|hoofd|afdeling|mijn|baas|leidinggevende|inkoop
    mijn|onze collega*|inkoper*|manager*|directeur|baas|leidinggevende|it-manager|hoofd|it-afdeling
    moet|moeten|kunt|kun|kan|best|beter .. bij|met|contact .. collega|zijn|mijn|onze|opnemen_met|hem|haar
    daarvoor|hiervoor|daarover|hierover .. moet|is|gaat|collega|verantwoordelijk|contact
    doorgestuurd|doorsturen|doorgegeven|doorgezet|stuur*|geef|zet .. door|naar|aan|je|uw|het|collega|mail
    stuur .. door
    doorgestuurd|doorgezet|doorgegeven
    verantwoordelijk* .. is|voor|hiervoor|daarvoor .. is|collega
    gaat|gaan .. daarover|hierover|over_dit
    gaat over|daarover
    juiste|beste .. @person .. is|hiervoor|voor|daarvoor
    in cc|de_cc|kopie|copy
    beslist|regelt|doet|beheert .. dit|dat|hierover|daarover|bij_ons
    je|u .. kunt|kan .. hem|haar|hen
    zijn|haar .. mailadres|nummer|e-mail|gegevens
referral 3
    praat|spreek|mail|bel|schrijf|vraag|contacteer .. met|aan|naar !mij|me|ons
wrong_person 4
    niet .. juiste|goede|aangewezen @person
    verkeerde|foute|onjuiste @person
    verkeerd .. persoon|bij_mij|adres|verbonden
    niet .. verantwoordelijk*|bevoegd|mijn_afdeling|mijn_vakgebied|mijn_taak|over_dit|mijn_terrein|mijn_functie|degene
    ga .. niet .. over
    niet .. meer .. werkzaam|dienst|bij|in_dienst|werk*|voor|actief
    werk*|werkzaam|zit .. niet|hier|daar .. meer|niet_meer
    niks|niets .. te_maken|mee_te_maken
    valt .. niet|buiten .. mijn|onder|verantwoordelijk*
    pensioen|gepensioneerd
    vertrokken|ontslag|weggegaan|verlaten|uit_dienst
    stagiair*|uitzendkracht
    verwar* .. met
    van baan veranderd|gewisseld
    vergist|vergissing .. persoon|in
    houd|hou .. me .. niet .. bezig
not_interested 4
    geen|niet|nul .. interesse|geïnteresseerd|behoefte|nodig|relevant|interessant|belangstelling|noodzaak|geschikt|van_toepassing|passend|zinvol|brood|trek
    nee .. dank|bedankt|hoeft_niet
    ^ nee $
    bedankt .. nee
    zien|zie .. geen|niet .. toegevoegde|meerwaarde|nut|match|waarde|noodzaak|zitten
    geen meerwaarde|toegevoegde_waarde
    afzien .. van|aanbod|voorstel
    zien|zie .. ervan|er .. af
    bedanken|passen .. voor|het_aanbod|deze
    besloten .. niet|om_niet|geen
    niet .. verder .. gaan|met
    niets voor ons|mij
    niet voor ons
    hebben .. niet .. nodig
    veel succes
    succes .. verder|ermee|ermee
    gaan .. niet .. op_in
not_interested 2
    bedankt maar
    helaas
objection 4
    te|veel_te|behoorlijk|erg|vrij|best duur|prijzig|kostbaar|complex|ingewikkeld|klein|hoog|veel|groot
    duur|prijzig|goedkoper
    geen|niet|te_weinig|onvoldoende .. budget|geld|middelen|capaciteit|resources
    budget .. op|bevroren|beperkt|krap|vergeven
    al|reeds|momenteel|tegenwoordig .. een|met|samen|partij|leverancier|systeem|oplossing|tool|software|partner|voorzien|in_gebruik
    werken|gebruiken|hebben|gebruik|maken|zitten .. al|reeds|sinds|momenteel|samen|vast .. een|met|partij|jaren|naar
    werken .. met|samen
    gebruiken .. al|nu|zelf
    tevreden|blij|content .. met|over|mee|zijn
    zijn|ben .. tevreden|blij
    huidige|eigen leverancier|systeem|oplossing|partij|software|partner|tool
    zelf|intern|in-house|inhouse .. ontwikkeld|gebouwd|doen|gemaakt|opgelost|gedaan
    doen .. zelf|intern
    contract .. bij|tot|met|vast|lopend
    overstap*|wisselen|overgaan|overstappen .. kost*|te|geen|leverancier|duur|niet|reden
    concurrent* .. goedkoper|biedt|vraagt|helft
    geen reden|aanleiding .. om|tot
    zie|zien .. niet .. waarom|wat|voordeel|in
    slechte ervaring*
    ervaring* slecht*
    eerder|al .. geprobeerd|getest|tegengevallen
    sceptisch|twijfel*|betwijfel|niet_overtuigd
    vraag me af of
deferral 4
    neem|bel|mail|probeer|kom|vraag|benader|spreek|schrijf|stuur|contacteer|herinner|meld .. in|na|over|volgend*|later|eind|begin|half|medio|dan|rond|vanaf|weer|nog|opnieuw|contact|het|me|mij .. januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|contact|eens|later|zomer|vakantie|pasen|jaar|kwartaal|maand*|weken|week|kerst|najaar|voorjaar|dan|opnieuw|terug|weer|bij_ons_terug
    over .. een|twee|drie|vier|zes|paar|half|enkele .. maand*|weken|week|jaar
    volgend*|komend* .. jaar|kwartaal|maand|boekjaar|seizoen|begroting
    na .. zomer|vakantie|pasen|kerst|jaarwisseling|zomervakantie|bouwvak|beurs|feestdagen
    later .. dit|weer|nog|misschien|in|eens|terug|jaar
    misschien|wellicht|mogelijk .. later|volgend|in|over|na|weer
    pas .. volgend|in|na|vanaf|over|eind|begin|weer|dan
    midden in
    uitgesteld|uitstellen|on_hold|in_de_wacht|geparkeerd|schuiven|ijskast|opgeschort
    dan .. graag|opnieuw|weer|nog_eens|verder|terug .. contact|praten|bellen|spreken|kijken
    nog eens|een_keer|keer
    kom .. bij .. terug
    komen|kom .. op .. terug
    later
deferral 3
    nu|momenteel|op_dit_moment|voorlopig|vooralsnog|even|dit_jaar|thans|dit_kwartaal .. niet|geen|te_druk|geen_tijd|andere|geen_prioriteit|druk
    niet|geen .. nu|momenteel|op_dit_moment|dit_jaar|dit_kwartaal|prioriteit|goed_moment|juiste_moment|het_moment|tijd|aan_de_orde|vóór|voor_de
    komt .. niet|slecht .. uit|gelegen
    slecht|verkeerd|ongelukkig|druk|niet_het_juiste moment|timing|tijdstip
    andere prioriteiten|projecten|zaken
    geen prioriteit
    druk .. met|op_dit|nu|erg|te|tot
    te|erg|heel|zo|ontzettend druk
meeting_request 4
    bel* .. me|mij|ons|maar|gerust|even|@day|om|??|op
    bel me|mij|maar
    bellen .. @day|??|morgen|om|even
    zullen|kunnen|laten|kun|kunt .. we|je|u .. @day|bellen|afspreken|spreken|inplannen|praten|zitten|meeten|ontmoeten|langskomen
    afspraak|meeting|gesprek|overleg|call|belafspraak|demo|kennismaking|videocall .. @day|plan*|maken|in|om|volgende|voor|inplannen|??|prikken|via
    plan*|prik*|boek|maak .. afspraak|meeting|gesprek|in|moment|demo|call|datum
    afspreken|langskomen|kennismaken|langs_te_komen|koffie
    @day .. om .. uur|10|11|14|15|9|13|16
    @day .. kan|past|schikt|uitkomt|lukt|ben_ik|uur|zou|goed|prima
    wanneer .. kun*|kan|past|schikt|heb*|heeft|bent|ben|komt ??
    ben .. beschikbaar|bereikbaar|vrij .. tussen|@day|om|vanaf|op
    bereikbaar|beschikbaar tussen|op|om|vanaf
    agenda|calendly|uitnodiging|teams-link|zoom|teams
    volgende week .. bellen|afspreken|afspraak|langs|overleg|??
    telefonisch|telefoon|persoonlijk|videobellen
    kom .. langs
interest 4
    meer .. vertellen|uitleggen|laten_zien
    zou|kan .. ons .. helpen
    klinkt|lijkt|ziet|is|erg|best|zeer|wel|heel|vind .. interessant|goed|leuk|veelbelovend|relevant|boeiend|mooi|nuttig
    interessant|boeiend|veelbelovend|nieuwsgierig|benieuwd
    geïnteresseerd|interesse .. in|zijn|ben|hebben|zeker|wel|heb
    meer|extra|verdere|aanvullende .. info*|informatie|weten|horen|details|materiaal|over
    stuur|mail|zend|sturen|mailen|deel|toesturen|toezenden .. gerust|me|mij|ons|maar|wat|meer|een|de|nog .. info*|informatie|brochure|offerte|voorstel|presentatie|materiaal|details|documentatie|prijs*|folder|demo|op|toe|meer|referenties|voorbeelden
    stuur maar|gerust
    hoor|hoort .. graag .. meer
    graag .. meer|informatie|horen|weten|ontvangen|zien|offerte|een
    vertel .. meer|me
    sluit .. aan .. bij
    precies|net|juist .. wat .. zoek*|nodig
    zoek*|op_zoek .. naar|zijn|precies
    iets .. voor_ons|zijn
    brochure|folder|demo-video|offerte
    waarom niet
    ^ ja .. graag|hoor|leuk|prima|natuurlijk
    ^ graag $
    volgende stap*
    goed|juiste moment|timing
    proefversie|uitproberen|testen
    speelt .. bij_ons|nu
question 4
    wat|hoe|waar|wie|welke|waarom|wanneer|hoeveel|waarmee|waarin ... ??
    in|met|voor|op|vanaf|bij|tegen|aan welke|wat|wie|hoeveel ... ??
    is|kan|kun*|heeft|heb*|werkt|bied*|zijn|zit|doet|doen|moet|bestaat|geldt|wordt|ondersteun*|leveren|hebben ... ??
    wat .. kost|kosten
    prijs|kosten|tarief ??
    vraag|vragen .. over|heb|nog
    uitleggen|toelichten|leg .. uit
    koppel*|integr*|koppeling
    verschil*
other 2
    ^ bedankt|dank|dankje|dankjewel|ok|oke|oké|prima|top|ontvangen|duidelijk|begrepen|thanks|genoteerd $
    ^ bedankt|dank|top .. voor|je|u|thanks|bericht|info|mail|wel|reactie $
    ter kennisgeving
    fijne|prettige|fijn|prettig|goed|vrolijk* dag|weekend|avond|kerst*|feestdagen|jaarwisseling|pasen|week
    met vriendelijke groet* $
"""
)
