"""Danish, with the commonest Norwegian spellings."""

STOP_WORDS = """og at det er vi jeg du ikke for med på som en et af til har den jer i kan om så men os hej tak hilsen
hilsner venlig fra mvh hvad hvordan eller nu min mit mig din dit jeres her der ville vil gerne var skal bare når også mere
allerede venligst ingen mange meget kh vores sammen"""
NEGATION = "ikke ingen intet aldrig uden ej"
CLASSES = {
    "mail": "mail* e-mail* email* besked* nyhedsbrev* reklame* henvendelse* spam* tilbud post e-post* epost* meldinger",
    "list": "list* mailliste* database* register* nyhedsbrev* kartotek* system* mailingliste* adresseliste*",
    "write": "kontakt* mail* skriv* send* ring* forstyr* hør* høre spam* kontaktes kontaktet sende henvend*",
    "day": "mandag tirsdag onsdag torsdag fredag imorgen idag i_morgen i_dag",
    "month": "januar februar marts mars april maj mai juni juli august september oktober november december desember",
    "data": "oplysninger* adresse* mail* e-mail* data mailadresse* kontaktoplysninger nummer information* personoplysninger* opplysninger",
}
CUES = """
opt_out 5
    afmeld*|frameld*|unsubscribe|avmeld*|afmelding|opt-out|meld_mig_fra
    fjern|slet|stryg|tag|slett .. mig|os|min|mit|meg|vores .. fra|af|ud|mailadresse|adresse|mail|e-mail
    fjern|slet|stryg mig|os|meg
    ikke|aldrig|ingen|ej|intet|slippe .. flere|mere|længere|igen|yderligere|videre .. @write|@mail|høre|blive|få|modtage|kontaktes|have
    ingen flere|yderligere @mail
    vil|ønsker .. ikke|ingen|slippe .. @mail|blive_kontakt*|kontaktes|modtage|have|høre|jeres|flere
    ikke .. modtage|have|få .. @mail|flere|mere
    frabeder|frabedes
    stop|hold|slut .. med|op .. @write|@mail|at|sende
    stop .. @mail|jeres|med
    lad .. være .. med|at .. @write|kontakte|sende
    kontakt|ring|skriv|send|mail .. ikke|aldrig|ikke_flere .. mig|os|mere|igen|flere
    kontakt|ring|skriv|mail .. mig|os|til_mig .. ikke|aldrig
    ^ stop $
    ^ stop tak $
opt_out 4
    lad .. mig|os .. i_fred|være
trap 6
    tøv .. ikke
    stop ikke
    hvordan|kan|har ... afmeld*|frameld* ... kunder|værktøj*|system*|brugere|platform*|produkt*|modtagere|kontakter
    alle .. afmeld*|fjern
    afmeld|fjern .. alle
    kontakt .. ikke .. før
law 1
    gdpr|databeskyttelse*|persondataforordning*|datatilsyn*
privacy_request 6
    hvilke|hvilken .. oplysninger|data|information .. i|mig
    personoplysninger|persondata|personopplysninger
    slet|slette .. alle|mine|alt .. oplysninger|data|i_har
    indsigt .. i|efter|mine|anmod*|ønsker
    ret .. til .. indsigt|glemt|sletning|indsigelse|blive
    indsigtsanmodning
    retsgrundlag|hjemmel
privacy_request 5
    hvor|hvorfra|hvordan .. har|fik|fandt|kommer .. i|du|jer|de .. @data|fået|min|mine|mit|fra
    hvor .. har .. @data|mine|min|mit .. fra
    hvorfra .. har|@data
    kilde* .. til|mine
erase 1
    slet*|glemt
access 1
    indsigt*|hvilke_oplysninger
source 1
    hvorfra|kilde
    hvor har
hostile 5
    skrid|fuck*|idiot*|svindler*|svindlere|lort*|røvhul*|kraftedeme|satans|fandeme|bedrager*|pis*|snyltere|tåbe*|kælling|fanden|helvete|helvede|dritt|jævla|amatører
    chikane|chikaner*
    skam .. jer|dig
    skammeligt|skandale|frækhed|patetisk|uforskammet|pinligt
    politianmeld*|anmelder|anmelde|advokat
    hold .. kæft|mund
    gå .. ad .. helvede
    rend .. mig|og_hop
    forbrugerombudsmand*
    svindel|fup
hostile 3
    spam|spamme*|latterligt|irriterende|affald
legal 1
    advokat*|jurist*|retten
machine 1
    er .. robot|bot|maskine|menneske|ai ??
instructs 1
    ignorer .. instruktion*|regler
out_of_office 5
    ikke .. på .. kontoret|arbejde
    på .. ferie|barsel|forretningsrejse|kursus|barselsorlov|orlov|tjenesterejse
    ferie|barsel*|fraværende|sygemeldt|orlov|fravær|bortrejst .. !planer
    tilbage .. på|den|igen|kontoret|mandag|@month
    hastende|haster|akutte|presserende .. sager|kontakt|henvendelser|venligst|sag
    begrænset .. adgang
    mit|under fravær|ferie
    kontoret .. lukket
    ude af kontoret|huset
auto_reply 5
    automatisk|automatiseret|autosvar|autogenereret .. svar|besked|mail|genereret|e-mail|kvittering|bekræftelse|$
    autosvar
    har .. modtaget|registreret .. din|jeres|dit|henvendelse|mail|besked
    din|jeres|dit .. henvendelse|mail|besked|sag .. modtaget|registreret|oprettet|er
    vender .. tilbage .. hurtigst|snarest|inden|så_snart|hurtigt
    hurtigst|snarest muligt
    sagsnummer|sag* .. nummer|oprettet
    kan|skal|ikke .. besvares|svare .. denne|på
    tak .. for .. henvendelse|at_du_kontakter
    postkasse|mailboks|indbakke|adresse .. ikke .. overvåges|læses|længere
    kundeservice
    inden .. for .. 24|48|to|hverdage|arbejdsdage
referral 4
    min|vores|mine kollega|kolleger|kollegaer|chef|it-chef|direktør|indkøbschef|indkøber|ansvarlig*|indkøb
    tal|snak|kontakt|skriv|ring|henvend .. med|til|dig|jer|hellere|i_stedet .. kollega|min|vores|chef|ansvarlig*|indkøb*|afdeling
    bør|skal|kan .. tale|snakke|kontakte|henvende .. med|min|dig|vores|til
    videresendt|videresender|sendt|sender .. videre|til|din|mail
    sendt|sender|givet|giver .. videre
    ansvarlig*|ansvar|står .. for|er
    rette person .. er
    i kopi|cc
wrong_person 4
    ikke .. rette|rigtige .. at|person|kontakt*|adresse
    forkerte|gal*|forkert .. person|kontakt*|adresse|afdeling
    ikke .. ansvarlig*|mit_område|mit_ansvar|min_afdeling|mit_bord
    arbejder|ansat|arbejdet|jobber .. ikke|ikke_længere .. længere|der|her|mere
    ikke .. længere .. arbejder|ansat|i_virksomheden|virksomheden
    stoppet|fratrådt|pension|pensioneret .. i|på|virksomheden|firmaet|$|gået
    intet|ikke_noget .. gøre .. med
    ikke .. mig .. der
not_interested 4
    ikke|ingen|intet .. interesse*|behov|aktuelt|brug|relevant|interesserede|interesseret|noget_for_os|passer
    ^ nej tak
    ^ nej $
    takker nej
    afslår|takke_nej
    har|behøver .. ikke .. brug
    held .. lykke
    er dækket
not_interested 2
    tak men
    desværre
objection 4
    for|alt_for|ret|meget|temmelig dyr*|dyrt|omkostningsfuld*|lille|små|kompliceret|høj*
    dyrt|dyr|dyre|billigere
    ingen|ikke|mangler|intet|begrænset .. budget*|penge|midler|ressourcer
    allerede|nuværende|i_dag .. har|leverandør*|løsning*|system*|værktøj*|bruger|arbejder|aftale|samarbejd*|en|et
    har|bruger|arbejder|samarbejder .. allerede
    tilfreds|tilfredse|glade .. med|er|vi
    egen|eget|internt|in-house|selv .. løsning|udviklet|bygget|system|laver
    aftale|kontrakt .. med|til|løber|bundet
    skifte|skift .. leverandør|system|for|dyrt|grund
    konkurrent* .. billigere|tilbyder
    ser|forstår .. ikke|ingen .. værdi*|hvorfor|grund|fordel*
    dårlig* erfaring*
    skeptisk*|tvivler
    prøvet|testet .. allerede|før|tidligere|lignende
deferral 4
    kontakt|ring|skriv|tal|vend|prøv|hør|mail|snak .. mig|os|igen|tilbage|til|gerne|ved|med|sammen|i|efter|om|næste|senere .. @month|igen|sommer*|ferie*|efterår*|år|kvartal|måned*|uger|senere|påske*|jul|forår*|tilbage|nytår
    næste .. år|kvartal|måned|budget*|halvår
    efter .. sommer*|ferie*|påske*|jul*|nytår|messen|regnskab*
    om .. en|to|tre|et|nogle|seks|par .. måned*|uge*|år
    til|i efteråret|foråret|vinteren
    senere .. på|i|år|måske|igen|hen
    måske .. senere|næste|i|efter
    udskudt|udskyde|sat_på_pause|vente|afvente
    på et senere
    længere fremme
deferral 3
    ikke|ingen .. lige_nu|nu|i_øjeblikket|i_år|for_tiden|prioritet|prioriteret|tid|aktuelt_lige|endnu|før
    lige nu .. ikke|travlt|meget|har|andre
    i øjeblikket .. ikke|har|travlt
    andre prioriteter|projekter
    dårligt|forkert tidspunkt|timing
    travlt .. lige|meget|med|til|for|så
meeting_request 4
    ring .. til|mig|os|gerne|@day|på
    møde*|samtale|demo|teamsmøde|telefonmøde|snak .. @day|kl|næste|på|book*|om|i|??
    book*|aftal*|foreslå|sæt .. møde*|tid|demo|et|samtale
    kan|skal|lad|skulle .. vi|os .. tage|mødes|snakke|tale|ringes|aftale .. @day|kl|kaffe|en|næste|på|??|møde
    tage|tager .. snak|møde
    @day .. kl|klokken|10|13|14|9|11
    @day .. passer|fungerer|formiddag|eftermiddag|fint
    passer .. @day|dig|jer|fint|det|??
    hvornår .. kan|har|passer|er ??
    invitation|kalender*|calendly|teams-link|teams|zoom
    mødes .. @day|næste|hos|??
    på telefonen
interest 4
    lyder|virker|ser|er|meget|rigtig .. interessant|spændende|godt|lovende|relevant
    interessant|spændende|nysgerrig|lovende|nysgerrige
    interesseret|interesserede|interesse .. i|er|vi|jeg
    mere|yderligere .. information|info|detaljer|om|materiale|vide|høre
    send|mail|sende|del .. gerne|mig|os|mere|noget|en|et|lidt|over .. information|info|materiale|tilbud|præsentation|prisliste|brochure|detaljer|mere|priser|referencer
    send gerne|endelig
    fortæl .. mere
    vil|ville .. gerne .. vide|høre|se|have
    vide|høre mere
    hvorfor ikke
    ^ ja .. gerne|tak|meget
    ^ gerne
    leder|søger .. efter|præcis|ny|en
    præcis .. hvad|det .. søger|leder|mangler
    tilbud|brochure
    næste skridt
question 4
    hvad|hvordan|hvor|hvem|hvilke|hvilken|hvorfor|hvornår ... ??
    til|med|for|på|i hvad|hvilke|hvilken ... ??
    er|kan|har|findes|fungerer|understøtter|indeholder|tilbyder|arbejder|gælder|virker ... ??
    hvad koster
    spørgsmål|undrer
    forklar*
    forskel*|adskiller
    integrer*
other 2
    ^ tak|ok|okay|modtaget|fint|noteret|forstået|super|perfekt $
    ^ tak .. for|i|lige|info*|mailen|svaret $
    god|glædelig|dejlig|fortsat weekend|jul|dag|aften|påske|sommer
    hav en .. dag|weekend
"""
