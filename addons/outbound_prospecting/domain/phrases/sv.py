"""Swedish."""

STOP_WORDS = """och att det är vi jag du inte för med på som en ett av till har den er ni kan om så men oss hej tack
hälsningar från mvh vad hur eller nu min mitt mig din ditt era här där skulle vill gärna var ska bara när också mer redan
vänligen ingen"""
NEGATION = "inte ingen inga inget aldrig utan ej"
CLASSES = {
    "mail": "mail* mejl* e-post* epost* email* e-mail* meddelande* nyhetsbrev* reklam* utskick* spam* erbjudande*",
    "list": "list* mejllist* maillist* sändlist* register* databas* utskick* nyhetsbrev* mailinglist* adresslist*",
    "write": "kontakt* mejl* mail* skriv* skick* ring* hör höra stör* sänd* besvär* spam* kontaktas kontaktad",
    "bort": "ta tag radera stryk avregistrera plocka",
    "day": "måndag tisdag onsdag torsdag fredag imorgon idag i_morgon i_dag måndagen tisdagen onsdagen torsdagen fredagen",
    "month": "januari februari mars april maj juni juli augusti september oktober november december",
    "data": "uppgifter* adress* mejl* mail* e-post* epost* mejladress* data kontaktuppgifter nummer information personuppgifter*",
}
CUES = """
opt_out 5
    hör|hörs|höra .. inte|aldrig|helst_inte .. av .. er|dig|eder .. igen|mer|$
    avregistrer*|avprenumerera*|avanmäl*|unsubscribe|avsluta_prenumeration*|opt-out
    @bort .. bort .. mig|oss|min|mitt|vår
    @bort bort|mig
    @bort .. mig|oss|min .. från|ur
    stryk|radera .. mig|min_adress|mitt|oss
    inte|aldrig|inga|inget|ej|slut|slippa .. fler|mer|längre|vidare|igen .. @write|@mail|höra|bli|få|kontaktas|skicka|utskick
    inga fler|flera @mail
    vill|önskar|vill_helst .. inte|inga|slippa .. @mail|bli_kontakt*|kontaktas|få|ha|höra|era
    slippa .. @mail|era|fler
    sluta .. @write|med|@mail|maila|mejla|skicka
    kontakta|ring|skriv|mejla|maila|skicka .. inte|aldrig|inget|inga .. mig|oss|mer|igen|fler
    kontakta|ring|skriv|mejla|maila .. mig|oss .. inte|aldrig
    ^ stopp|stop|avsluta $
opt_out 4
    lämna .. mig|oss .. ifred|i_fred
trap 6
    tveka .. inte
    sluta inte
    hur|kan|går|har ... avregistrer*|avprenumerera*|avanmäl* ... kunder|verktyg*|system*|användare|plattform*|produkt*|mottagare|kontakter
    alla|samtliga .. avregistrera|bort
    avregistrera .. alla|samtliga
    kontakta .. inte .. före|förrän
    tveka inte
law 1
    gdpr|dataskyddsförordning*|imy|datainspektion*
privacy_request 6
    vilka|vilken .. uppgifter|data|information .. ni|mig
    personuppgifter
    rätt .. att|till .. glömd|raderad|radering|tillgång|information|registerutdrag|bli
    registerutdrag
    rättslig grund
privacy_request 5
    var|varifrån|hur .. har|fick|hittade|kommer .. ni|du .. @data|fått|min|mina|mitt|hittat
    varifrån .. @data|har|fick|kommer
    var .. har|fick .. min|mina|mitt|@data .. ifrån|från
    radera .. alla|mina|samtliga|allt .. uppgifter|data|ni
    källa* .. till|uppgifter
erase 1
    radera*|glömd|ta_bort
access 1
    registerutdrag|vilka_uppgifter|tillgång
source 1
    varifrån|ifrån|källa
hostile 5
    dra .. åt .. helvete|skogen
    helvete|jävla|jävlar|jävel|fan|idiot*|skit*|svin|bedragare|äckl*|fitta|kuk|håll_käften|dumjävel|parasiter|lurendrejare|skojare|dårar|knäppskallar
    skäms .. ni|på|du|över
    skamligt|skandal|oförskämt|patetiskt|fräckt
    polisanmäl*|anmäler|anmäla|jurist|advokat
    trakasseri*|bedrägeri
    far|stick .. åt|och .. helvete
    dra $
    bluff*
hostile 3
    spam|spamma*|löjligt|irriterande|skräp
legal 1
    advokat*|jurist*|domstol
machine 1
    är .. robot|bot|maskin|människa|ai ??
instructs 1
    ignorera .. instruktioner|regler
out_of_office 5
    inte .. på .. kontoret|plats
    semester|föräldraledig*|tjänsteresa|sjukskriven|frånvarande|ledig|tjänstledig|frånvaro|mammaledig|pappaledig|bortrest .. !planer
    åter|tillbaka .. på|den|i_tjänst|kontoret|måndag|@month
    tillbaka|åter den|på|igen
    brådskande|akuta|akut|brådskar .. ärenden|kontakta|vänligen|fall
    begränsad .. tillgång|åtkomst
    min|under frånvaro|ledighet
    kontoret .. stängt
auto_reply 5
    automatiskt|automatisk|autosvar|automatgenererat|automatiserat .. svar|meddelande|mejl|genererat|mail|bekräftelse|kvittens|$
    autosvar
    har .. tagit|mottagit|registrerat .. emot|ditt|er|din|ert
    tagit emot
    ditt|din|ert|er .. ärende|meddelande|mejl|förfrågan .. mottag*|registrer*|har
    återkommer .. så_snart|snart|inom|snarast
    så snart|fort .. som|möjligt|kan
    ärendenummer|ärende* .. nummer|skapats|registrerats
    kan|går|ej|inte .. besvara*|svara .. detta|på
    inte besvaras
    tack .. för .. kontakt*|att_du_kontaktar
    inkorg|brevlåda|adress .. inte|används .. bevakas|läses|längre
    kundtjänst|kundservice
    inom .. 24|48|två|arbetsdagar|vardagar
referral 4
    min|vår|mina kollega|kollegor|chef|it-chef|vd|inköpschef|inköpare|ansvarig*
    prata|tala|kontakta|hör|mejla|ring|vänd .. med|av|till|dig|er|hellre|istället .. kollega|min|vår|chef|ansvarig*|inköp*|avdelning
    bör|borde|kan|får .. prata|tala|kontakta|vända .. med|min|dig|vår
    vidarebefordra*|skickat|skickar|vidare .. vidare|till|ditt|din|mejl
    skickat|skickar|sänder vidare
    ansvarar|ansvarig*|hand .. för|om|är
    rätt person .. är|är
    har hand om
    i|på kopia|cc
wrong_person 4
    inte .. rätt .. person|kontakt*|man
    fel .. person|kontakt*|adress|avdelning
    inte .. ansvarig*|mitt_område|mitt_ansvar|min_avdelning|jag_som|mitt_bord
    jobbar|arbetar|arbetat|jobbat|anställd|kvar .. inte|inte_längre .. kvar|längre|där|här
    inte .. längre .. jobbar|arbetar|kvar|anställd|på_företaget
    slutat|slutade|lämnat|pensionerad|pension .. på|företaget|bolaget|sedan|i|$
    inget .. göra .. med
    inte .. med .. göra
not_interested 4
    inte|ej|inget|inga|ingen .. intresse*|behov|aktuellt|behöver|relevant|intresserade|nytta|något_för_oss|passar
    ^ nej tack
    ^ nej $
    tackar nej
    avstår|avböjer
    behöver .. inte
    lycka till
    klarar oss
not_interested 2
    tack men
    tyvärr
objection 4
    för|alldeles|ganska|alltför|mycket|väldigt dyr*|kostsam*|litet|små|komplicera*|höga|högt|dyrt
    dyrt|dyr|billigare|dyra
    ingen|inte|saknar|inga|begränsad .. budget|pengar|medel|resurser
    redan|idag|nuvarande .. har|leverantör*|lösning*|system*|verktyg*|använder|arbetar|avtal|partner|en|ett
    har|använder|arbetar|jobbar .. redan
    nöjd|nöjda .. med|är|vi
    egen|egna|internt|in-house|själva .. lösning|utvecklat|byggt|system|gör
    avtal|kontrakt .. med|till|löper|bundna
    byta|byte .. leverantör|system|för|dyrt|skäl|anledning
    konkurrent* .. billigare|erbjuder
    ser|förstår .. inte|ingen .. värde*|nytta*|varför|poäng*|anledning
    dålig*|tidigare erfarenhet*
    tveksam*|skeptisk*|tvivlar
    provat|testat .. redan|tidigare|förut|liknande
deferral 4
    hör|återkom*|kontakt*|ring|mejla|maila|prata|ta|försök|påminn|skriv .. av|gärna|dig|er|igen|i|efter|om|till|nästa|under|senare|oss|mig|vi|upp|kring|mot|framåt|kontakt .. @month|igen|sommar*|semester*|höst*|år|kvartal|månad*|veckor|senare|påsk*|jul|vår*|då|nyår
    återkom|återkoppla gärna|i|efter|om|till|nästa|senare
    nästa .. år|kvartal|månad|budget*|halvår
    efter .. sommar*|semester*|påsk*|jul*|nyår|mässan|bokslut*
    om .. en|två|tre|ett|några|sex .. månad*|veck*|år
    till|under|i hösten|våren|vintern|höst|vår
    senare .. i|år|kanske|igen
    kanske .. senare|nästa|i|efter|framöver
    avvakta*|skjuta|skjuter|pausat|pausa|vänta
    längre fram
    framöver
deferral 3
    inte|ej|ingen .. just_nu|nu|för_tillfället|i_år|för_närvarande|prioritet|prioriterat|tid|läge|rätt_tid|i_dagsläget|förrän
    just nu .. inte|fullt|mycket|har|andra
    fullt upp
    andra prioriteringar|projekt
    dålig|fel tidpunkt|tajming|timing|läge
    upptagen|upptagna|stressigt|mycket_att_göra|ont_om_tid
meeting_request 4
    ring .. mig|oss|gärna|@day|på
    möte*|samtal|demo|teamsmöte|avstämning|telefonmöte|videomöte .. @day|kl|nästa|på|boka|om|i|??
    boka*|föreslå|bestämma|sätt .. möte*|tid|demo|in|samtal
    kan|ska|skulle|låt .. vi|oss .. ta|ses|träffas|höras|prata|ringas|ha .. möte|@day|kl|kaffe|en|nästa|på|??|imorgon
    @day .. kl|klockan|10|13|14|9|11|15
    @day .. passar|funkar|går|förmiddag|eftermiddag
    passar|funkar .. @day|dig|er|bra|det|??
    när .. kan|har|passar|är ??
    inbjudan|kalender*|calendly|teams-länk|teams|zoom
    tillgänglig|ledig .. @day|mellan|kl
    ses|träffas .. @day|nästa|hos|??
    på telefon
interest 4
    låter|verkar|ser|är|mycket|väldigt .. intressant|spännande|bra|lovande|kul|relevant
    intressant|spännande|nyfiken|lovande|nyfikna
    intresserad|intresserade|intresse .. av|är|vi|jag
    mer|mera|ytterligare .. information|info|detaljer|om|material|veta|höra
    skicka|mejla|maila|sänd|dela .. gärna|mig|oss|mer|över|en|lite|på .. information|info|material|offert|presentation|prislista|broschyr|detaljer|mer|underlag|priser|referens*|förslag
    skicka gärna|över
    berätta .. mer
    vill|skulle .. gärna .. veta|höra|se|ha|få
    veta|höra mer
    varför inte
    ^ ja .. gärna|tack|absolut
    ^ gärna
    letar|söker .. efter|precis|ny|en
    precis .. vad|det .. söker|letar|behöver
    offert|broschyr
    nästa steg
question 4
    vad|hur|var|vem|vilka|vilken|varför|när ... ??
    till|med|för|på|i vad|vilka|vilken|hur ... ??
    är|kan|har|finns|fungerar|går|stödjer|ingår|erbjuder|jobbar|gäller|funkar ... ??
    vad kostar
    fråga|frågor|undrar
    förklara
    skiljer
    integrer*
other 2
    ^ tack|ok|okej|mottaget|bra|noterat|uppfattat|förstått|toppen|perfekt $
    ^ tack .. för|så|ska|detsamma|info*|mejlet|svaret $
    trevlig|god|glad helg|jul|dag|kväll|påsk|sommar
    ha en .. dag|helg
"""
