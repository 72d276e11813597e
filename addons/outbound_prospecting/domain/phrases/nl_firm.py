"""Dutch: what nothing else in a mail outweighs, and the topics that go to a person."""

CUES = """
opt_out 5
    haal|haalt|halen|gooi .. me|mij|ons .. hieraf|hieruit|eraf|eruit|weg|uit|van
    vergeet|vergeten .. mijn|dit|me|mij .. adres|e-mailadres|nummer|mail*
    neem|neemt|zoek .. geen|niet .. contact
    geen .. acquisitie|koude_acquisitie|cold_calls|verkooppraatjes|verkoopmails|reclame
    laat .. maar|zitten|rusten $
    sluit .. me|mij|ons .. uit
    stuur .. niets|niks|niet|geen .. meer
    wil .. hier|er .. af|uit|vanaf $
    laat|hou|houd .. me|mij|ons .. erbuiten|buiten|eruit|hierbuiten
    is|was|zijn|wordt|dit|het .. laatste .. @mail|keer
    laatste @mail .. is|was|zijn|van
    blokk* .. je|jullie|u|uw|jou|dit|deze|afzender
    als .. spam|ongewenst .. gemarkeerd|gemeld|markeer*|rapporteer*|melden
    niet|geen .. gewenst|welkom|gediend .. @mail|van|hier|$
    zoek .. ander|iemand_anders .. slachtoffer
    wil|zou|willen .. van .. lijst|mailinglijst|bestand|verlost
    wil|willen|zou .. eraf|eruit|uitgeschreven|verwijderd|afgemeld
    van .. verschoond|gevrijwaard
    bespaar .. me|mij|ons
    niet|geen .. ongevraagd*|ongewenst* .. @mail
    kap|kappen|schei|houd_op|hou_op|hou_nou_op .. mee|met|uit|ermee|eens
    haal .. me|mij|ons .. eruit|eraf|weg|af
    geen|niet .. prijs .. op .. @mail|contact*|berichten|verdere|dit
    uitschrijv*|afmeld*|uitschrijf*|unsubscribe|uitgeschreven|afgemeld|opzeggen|opt-out
    schrijf|schrijft|meld|meldt .. mij|me|ons .. uit|af
    @haal .. me|mij|ons|mijn|ons_adres|dit .. van|uit|af|adres|e-mailadres|mailadres|gegevens_uit|emailadres
    @haal .. van|uit .. @list
    van|uit .. @list .. @haal|af|halen|verwijderen|schrappen
    me|mij|mijn_adres|ons .. verwijderen|uitschrijven|afmelden|schrappen
    geen .. @mail .. meer|ontvangen|sturen|krijgen|toesturen|alsjeblieft|aub|alstublieft|van_u|van_jullie
    geen .. verdere|andere|nieuwe|zulke|toekomstige .. @mail|contact*|berichten
    geen @mail meer|$
    geen @mail .. meer
    niet|nooit|niets|geen .. meer|langer|verder|opnieuw|nogmaals|weer .. @write|benaderd|ontvangen|gemaild|gecontacteerd|lastig|lastiggevallen|horen|gestuurd|krijgen|toegestuurd|willen !gebruik
    @write .. mij|me|ons .. niet|nooit|niets|geen .. meer|weer
    @write .. mij|me|ons .. niet|nooit $
    niet|geen|nooit .. wens* .. @mail|benaderd|te_ontvangen|contact|gecontacteerd
    wil*|wens*|hoef* .. niet|geen|niets .. meer .. @mail|ontvangen|benaderd|horen|gecontacteerd
    wil*|wens*|hoef* .. geen .. @mail
    wil*|wens* .. niet .. benaderd|gecontacteerd|gemaild|gebeld|lastig
    niet .. benaderd|gecontacteerd .. worden
    stop*|ophoud*|hou|houd|houdt|staak* .. met|op .. @write|@mail|mailen|sturen|dit|deze|hiermee|daarmee
    stop*|staak* .. @mail|dit|hiermee|daarmee
    ^ stop $
    ^ stop aub|svp|alsjeblieft|graag|alstublieft $
    afzien .. van .. verdere|@mail|contact
    bezwaar .. tegen .. @mail|gebruik|direct|ontvangen
    toestemming .. intrek*|trek
    intrek* toestemming
    van de lijst
opt_out 4
    ongewenste|ongevraagde @mail|reclame|acquisitie
    laat .. me|mij|ons .. met_rust|rust
opt_out 3
    nooit|niet .. aangemeld|ingeschreven|toestemming|opgegeven|gevraagd|geabonneerd
    zonder .. toestemming
trap 6
    kan|kun|kunnen .. opzeggen ??
    wacht|vergeet|twijfel .. niet ...
    aarzel|schroom niet
    hoe|kan|kun|kunnen ... klanten|contacten|gebruikers|abonnees|ontvangers ... uitschrijv*|afmeld* ??
    niet stoppen|uitschrijven|afmelden|verwijderen .. alsjeblieft|aub|hoor|$
    stop .. niet
    hoe|kan|kun|kunnen|werkt|wat|biedt ... uitschrij*|afmeld*|opt-out ... klanten|tool|software|systeem|contacten|gebruikers|platform|abonnees|product|ontvangers|automatisch
    uitschrijfpercentage|uitschrijflink|afmeldlink|afmeldpercentage
    iedereen|alle .. contacten|klanten|ontvangers .. uitschrijven|verwijderen|afmelden
    schrijf|meld .. iedereen|alle
    niet|geen .. @write .. voor|tot
    niet .. @write .. voor|tot
law 1
    avg|gdpr|autoriteit_persoonsgegevens|privacywet
privacy_request 6
    recht .. op|om inzage|vergetelheid|verwijdering|vergeten|bezwaar|rectificatie|wissing|dataportabiliteit
    inzage*|inzageverzoek
    persoonsgegevens|persoonlijke_gegevens
    verwijder*|wis*|vernietig* .. al|alle|mijn .. gegevens|data|informatie|persoonsgegevens
    al|alle|mijn .. gegevens|data|persoonsgegevens ... verwijder*|wissen|vernietig*|te_wissen|verwijderd
    rechtsgrond*|grondslag
    kopie .. gegevens
    verwerking .. gegevens|mijn
    artikel|art 15|17|21
privacy_request 5
    weten|weet .. over|van mij|me
    wie .. gegeven|doorgegeven|verkocht|verstrekt .. mijn|jullie|u
    hoe|waar|van_wie .. kom*|heb*|heeft|hebt|bent .. jullie|u|je .. aan|mijn|ons|onze|mij|deze .. @data|vandaan|gekomen|gevonden
    hoe|waar .. kom*|komt|heeft|hebben|heb|haalt|haal|halen .. @data
    waar .. @data .. vandaan|gehaald|gevonden
    waar .. vandaan
    van wie .. @data|mijn
    wie .. gegeven|verstrekt|verkocht .. @data
    welke|wat .. gegevens|informatie|data .. u|jullie|je|mij|mijn|over
    gegevens .. over_mij|van_mij|verwerkt|opgeslagen
    verwijdering .. gegevens
    bron|herkomst .. gegevens|adres|van|mijn
    functionaris .. gegevensbescherming
erase 1
    verwijder*|wissen|vergetelheid
access 1
    inzage*|welke_gegevens|kopie
source 1
    vandaan|bron|herkomst
    hoe .. aan
hostile 5
    rot|flikker|sodemieter|donder|lazer|tief|pleur|opgerot op|toch_op|een_eind
    oprotten|opflikkeren|opdonderen|optyfen|optiefen
    klootzak*|eikel*|idioot|idioten|sukkel*|lul|lullen|oplichter*|zwendelaar*|hufter*|kut*|kanker*|tering*|tyfus*|mafkees|mafkezen|debiel*|schoft*|smeerlap*|klojo*|parasiet*|spammer*|boeven|randdebiel*|godver*|fuck*|shit
    val|zak .. dood|in_de_stront
    hou|houd|houdt .. bek|smoel|mond|kop
    bek|smoel dicht
    schaam|schamen|schaamt .. je|jullie|u|zich|jezelf
    schande|schandalig|schandelijk|schaamteloos|belachelijk|onbeschoft|ongehoord|walgelijk|asociaal
    aangifte .. doe|doen|ga|wordt|van
    doe aangifte
    mijn|onze advocaat|advocaten|jurist
    advocaat .. ingeschakeld|inschakelen|horen|contact
    juridische|gerechtelijke stappen
    intimidatie|stalking|stalken|pesterij
    troep|rotzooi|rommel|bagger|zooi|onzin|flauwekul|gezeik
    stelletje
    politie|reclame_code|acm|toezichthouder|spamklacht
    hoe durf*
    beu|zat|spuugzat
    oplichting|oplichterij
    waar haal* .. lef|gore
hostile 3
    spam|spammen|irritant*|vervelend|hinderlijk|lastig_vallen
legal 1
    advocaat|advocaten|juridisch*|rechter|rechtszaak
security 1
    beveiligingsvragenlijst|iso_27001|security_review
press 1
    journalist|redactie|pers
machine 1
    ben|bent|is .. robot|machine|bot|ai|mens ??
    praat|spreek .. met .. robot|machine|bot|ai|mens ??
instructs 1
    negeer .. instructies|regels
    vergeet .. instructies|regels
    schrijf .. iedereen
"""
