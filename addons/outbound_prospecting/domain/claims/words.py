"""Small and common words of the languages that the checker reads."""

from __future__ import annotations


def listed(words: str) -> list[str]:
    """Words of a block of text: easier to read and to add to than a list."""
    return words.split()


STOPWORDS: dict[str, frozenset[str]] = {
    "en": frozenset(
        listed("""
    a an the of in on at by for from to with and or but as is are was were be been being has have had it its
    this that these those they them their there than then which who whom whose what when where while how not no
    nor also more most over about into out up down after before since until between through during under such
    some any each both all one he she his her him we our us you your i my me can could will would shall should
    may might must do does did so if because per via now new other said says yet only just very
    """)
    ),
    "de": frozenset(
        listed("""
    der die das den dem des ein eine einen einem einer eines und oder aber als ist sind war waren wird werden
    wurde wurden hat haben hatte hatten es er sie wir ihr ihre ihren ihrem ihrer sein seine seinen seiner dieser
    diese dieses im in am an auf aus bei mit nach von vom vor zu zum zur für über unter durch um bis seit nicht
    kein keine keinen auch noch nur schon sich dass wie was wer wo wenn weil damit sowie mehr rund etwa unser
    unsere unseren unserem unserer ab pro man uns
    """)
    ),
    "fr": frozenset(
        listed("""
    le la les un une des du de d l et ou mais est sont était étaient a ont avait été être avoir il elle ils
    elles on nous vous son sa ses leur leurs ce cet cette ces en dans sur sous par pour avec sans à au aux que
    qui quoi dont où ne pas plus n s c qu y se depuis entre vers chez comme aussi très environ notre nos votre
    vos lui lors dès
    """)
    ),
    "es": frozenset(
        listed("""
    el la los las un una unos unas de del y e o u pero es son era eran fue fueron ha han había ser estar está
    están en con sin por para a al que quien cuyo donde cuando como su sus se lo le les este esta estos estas
    ese esa no más muy también desde hasta entre sobre ya nos nuestro nuestra nuestros nuestras unos tras
    """)
    ),
    "nl": frozenset(
        listed("""
    de het een en of maar als is zijn was waren wordt worden werd werden heeft hebben had hadden dat die dit deze in op
    aan bij met van voor naar uit door om te tot over onder tussen sinds niet geen ook nog al zo dan er wij we ons onze
    hij zij ze hun haar zijn u uw je jullie ik meer ruim
    """)
    ),
}  # fmt: skip

# Words of business that only one of the languages has.
TELLING: dict[str, frozenset[str]] = {
    "en": frozenset(
        listed(
            "employs employees people company plant plants founded customers staff runs operates raised opened uses workers"
        )
    ),
    "de": frozenset(
        listed(
            "beschäftigt mitarbeiter unternehmen umsatz kunden filialen betreibt gegründet beschäftigte geschäftsführer"
        )
    ),
    "fr": frozenset(
        listed(
            "emploie salariés entreprise magasins usine directeur directrice société compte siège fermer chiffre embauche"
        )
    ),
    "es": frozenset(
        listed(
            "empleados empresa plantilla clientes fábrica tiene facturó directora sede fundada consejera millones tiendas"
        )
    ),
    "nl": frozenset(
        listed(
            "medewerkers bedrijf vestigingen omzet klanten miljoen gevestigd opgericht werknemers bedraagt directeur collega's"
        )
    ),
}

# Words with a capital at the start of a sentence, or in headings, that name nobody. Folded.
COMMON = frozenset(
    listed("""
    absenteeism accidents analysts application area attendance average backlog bids bookings branches building buildings
    campaigns cars challenges churn claims clinics coffee colleagues contact contracts contractors control cost coverage
    crews cuts dealers debt decision decisions delivery departments design directors distribution emissions engagement entry
    events expenses facilities field figures fleet floor footfall foreign freight gross growing hands hardware help higher
    hires holiday homes hospitals hotels hours housing incidents inflation injuries interest interviews inventory issues
    items job land launch leaders leave lines list live location locations lower machinery maintenance managers margin
    margins materials media medical meetings member membership metal methods mobile moves negotiations none number numbers
    operating opinion options organic output overtime packaging participants parts patents pay payment peak pension
    performance permits personnel pilots pipeline planning point policy positive practice premises pressure pricing
    procurement progress property prospects purchases purchasing quarterly questions rates raw reach reasons records refunds
    releases relocation reports requests retail returns risk risks roads roles rooms routes rules running salaries scale
    schedules schools science sector seasonal security select selling senior sensor setup shareholders shift shifts shipping
    ships sick skills social sources space special speed spending sport sports stake start starts stock storage strategy
    strikes studies subscribers subsidiaries subsidies supplies supply support surveys talks targets tax taxes tests
    thousands tickets time timing tools tourism tourists traffic travel trial trials turnaround eleven twelve twenty thirty
    forty fifty unemployment union unions unit units upcoming upgrades usage vacancy value various veterans volume volumes
    warranty waste wellness wholesale whether winning women workplace worldwide young youth among apart rather soon
    according additional additionally all almost already also although among annual annually another around as
    based because before besides both business businesses buyers by capacity cash clients companies company
    construction costs currently customer customers demand despite due during each earlier early employee
    employees employing every expansion exports factory few finance financial firm firms first five following
    for four founded founder founders from full further group growth half headcount headquarters headquartered
    here hiring however in its jobs just late later last less like local long main major management many market
    markets members more most much nearly net new nine no nobody none nothing now office offices on once one
    only online operations orders other our out over owner owners part partners people plans plant plants
    previously private product production products profit profits public recent recently research results
    revenue revenues round safety sales second services set seven several shares she he since site sites six
    software some staff store stores such team teams technology ten that the their then there these they third
    this those three through today together total turnover two under unlike until users using vacancies we when
    where which while with within work workers workforce work year years yes you your today tomorrow yesterday
    spring summer autumn winter investment investments investors innovation industry industrial international
    internal internet digital global national regional strategic strong overall roughly approximately about up
    down still instead meanwhile moreover moving opening wearable wearables smart helmets gloves equipment
    protective sensors energy solar wind power water food retail shops retailers dealers suppliers warehouse
    warehouses logistics transport drivers vehicles trucks shipments deliveries training certification certified
    quality export import trade board chief executive director manager head president chairman germany-based
    us-based family family-owned mid-sized medium-sized small large big leading well good better best low high
    next previous former current present future past initial final key core top series phase stage level plan
    project projects programme program platform system systems solution solutions tool tools app apps data cloud
    model models machine machines engineers developers nurses apprentices trainees patients students pupils
    guests visitors residents households farmers money capital funding funds loans debt losses loss income
    earnings sale budget price prices fees rent wages nous notre nos les le la un une des du cette ce il elle
    ils elles avec depuis selon pour dans en par sur chez aujourd'hui l'entreprise l'entreprise l'usine societe
    entreprise groupe siege usine effectif chiffre environ plus moins pres actuellement creee fondee fonde
    situee basee installee implantee el los las una unos segun desde para con actualmente hoy empresa compania
    sociedad grupo sede fabrica planta plantilla cerca mas menos fundada creada ubicada situada nuestra nuestro
    alrededor casi tras durante der die das ein eine einer einem eines im am seit nach mit bei von aus fur zum
    zur rund etwa derzeit aktuell heute insgesamt laut zudem ausserdem dort hier unser unsere wir ihr ihre sein
    seine dieser diese dieses alle viele mehr mehrere neben ab gegrundet
    """)
)

# German nouns that a paraphrase may bring in: they have a capital and name nobody. Folded, by their beginnings.
GERMAN_NOUNS = tuple(
    listed("""
    abnehm absatz abteil adress aktie aktion akquis alter anbiet anfang angab angebot angestell anlag anstieg
    anteil anwend arbeit archiv artikel auftrag aufstock aufbau ausbau ausbild ausgab ausland auszeichn
    auszubild auto azubi bau bedarf befrag belegschaft bereich bericht beruf beschaft besitz besuch betreib
    betrieb bilanz bran buch budget buro bund bundesland burger chef computer daten dienst direkt drittel dorf
    druck durchschnitt eigent einfuhr einkauf einkomm einnahm einricht einsatz einstell eintritt ende energie
    entlass entwickl erfahr erfolg ergebnis eroff ertrag erweiter erwerb erzeug euro export fabrik fach fahr
    famili fertig filial finanz firma firmen flach flotte folge form forsch frau frist frucht fuhr fusion gebaud
    gebiet gehalt geld gerat gesamt geschaft gesellschaft gesundheit gewerb gewicht gewinn grund grupp guter
    halfte halfte halle handel handler haus haupt helm herbst herr herstell hilf hoh holz ingenieur inhab
    innovation insolvenz investi jahr kampagn kapazit kapital kategori kauf kilomet klient kollege kolleg kommun
    konzern kooper kopf kosten kraft krank kunde kunden kundin lager land leben leistung leit lehr liefer linie
    liter lohn losung luft markt marke maschin mass material mehrheit meist meldung mensch meter mieter milliard
    million minut mitarbeit mitglied mitte monat montag nach nahe name netz nutz ort partner patent person
    personal pflege plan platz plattform position preis produkt produz programm projekt prozent prufung punkt
    quadrat qualit quartal rabatt rahmen raum recht region reich reihe rohstoff ruckgang schicht schul schutz
    sensor serie service sicherheit sitz software sommer sonder sozial sparte spezial spitz staat stadt stahl
    stand standort stell steuer stoff strateg strom stuck stund system tag tagung tausend team techn teil thema
    tochter tonn trag transport trend ubernahm uhr umbau umfeld umsatz umwelt umzug unternehm ursprung verband
    verbind verbrauch vergleich verkauf verlag verlust vermieter versand versicher versorg vertrag vertrieb
    verwalt viert volumen vorjahr vorstand vorteil wachs ware wart wasser weg weit welt werk wert wettbewerb
    winter wirtschaft woche zahl zeit zentral zentrum ziel zins zukunft zulief zusammenarbeit zweig zertifi
    zulassung lebensmittel kette grunder grundung investor fruhjahr inland halbjahr geschaftsjahr nachwuchs
    fachkraft lehrling bewerb anschluss start schliess verlager werkzeug baustell handschuh brill kleidung
    arbeitsplatz rolle seite ansprech gespr projekt niederlass rechenzentr anwendung einheit vorhab vergab
    zuschlag ausschreib lizenz nutzung angriff vorfall unfall brand streik republik konigreich kanton kreis
    landkreis bezirk provinz mehrwert potenzial potential chance vergangen
    """)
)

GERMAN_NOUN_ENDS = (
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "tat", "taten", "ismus", "nis",
    "nisse", "tum", "ment", "mente", "anz", "enz", "itat", "erei", "eure", "euren", "kraft", "krafte", "kraften",
    "leute", "zeug", "werk", "werke", "werken", "stelle", "stellen", "platz", "platze", "platzen", "zahl", "zahlen", "markt",
    "markte", "markten", "haus", "hauser", "raum", "raume", "bereich", "bereiche", "jahr", "jahre", "jahren", "jahres",
    "unternehmen", "unternehmens", "betrieb", "betriebe", "firma", "firmen", "hersteller", "anbieter", "dienstleister",
    "spezialist", "spezialisten", "experte", "experten", "leiter", "leiterin", "chef", "chefin", "sitz", "kunde", "kunden",
    "ler", "lern", "linge", "rate", "raten", "quote", "wesen", "handel", "bau", "preis", "preise", "lage", "halle", "hallen",
    "technik", "industrie", "branche", "gruppe", "netz", "dienst", "dienste", "system", "systeme", "systemen", "produkte",
    "produkten", "produkt", "maschinen", "anlagen", "anlage", "geraten", "gerate", "ausrustung",
)  # fmt: skip

# Endings of English, French and Spanish words that are hardly ever names when they begin a sentence. Folded.
COMMON_ENDS = (
    "ing", "ings", "ed", "ly", "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ity", "ities", "ies", "ance", "ence",
    "ism", "ists", "ous", "able", "ible", "ful", "less", "ship", "ships", "hood", "ers", "ors", "ees", "ures", "ages", "eurs",
    "euses", "ions", "iones", "cion", "dad", "dades", "mente", "ados", "adas", "ores", "ives",
)  # fmt: skip

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janner janvier janv enero ene januari",
            "february feb februar februari fevrier fevr febrero",
            "march mar marz maart mrt maerz mrz mars marzo",
            "april apr avril avr abril abr",
            "may mai mayo mei",
            "june jun juni juin junio",
            "july jul juli juillet juil julio",
            "august aug augustus aout agosto ago",
            "september sep sept septembre septiembre",
            "october oct oktober okt octobre octubre",
            "november nov novembre noviembre",
            "december dec dezember dez decembre diciembre dic",
        ),
        1,
    )
    for name in names.split()
}

WEEKDAYS = frozenset(
    listed("""
    monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag
    sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes
    sabado domingo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    """)
)
