"""Places under their names in four languages, with those who live there."""

from __future__ import annotations

import re

# Country code: names and words for what comes from there, folded, several words joined by "_".
_COUNTRIES = """
DE germany german germans deutschland deutsch deutsche deutschen deutscher deutsches deutschlands allemagne allemand
DE allemande allemands allemandes alemania aleman alemana alemanes alemanas
AT austria austrian austrians osterreich osterreichs osterreichisch osterreichische osterreichischen autriche
AT autrichien autrichienne austriaco austriaca
CH switzerland swiss schweiz schweizer suisse suisses suiza suizo suiza
FR france french frankreich frankreichs franzosisch franzosische franzosischen francais francaise francaises francia
FR frances francesa
ES spain spanish spaniens spanien spanisch spanische spanischen espagne espagnol espagnole espagnols espana espanol
ES espanola espanolas espanoles
IT italy italian italien italiens italienisch italienische italie italienne italiens italia italiano italiana
PT portugal portuguese portugiesisch portugiesische portugais portugaise portugues portuguesa
GB uk u.k britain british great_britain united_kingdom england english grossbritannien
GB vereinigtes_konigreich britisch britische britischen grande-bretagne royaume-uni britannique reino_unido britanico
GB britanica gran_bretana
IE ireland irish irland irisch irische irlande irlandais irlanda irlandes
NL netherlands dutch holland niederlande niederlanden niederlandisch niederlandische hollande pays-bas neerlandais
NL neerlandaise paises_bajos holandes holandesa neerlandes
BE belgium belgian belgien belgisch belgische belgique belge belges belgica belga
LU luxembourg luxemburg luxemburgo
DK denmark danish danemark dane danes dan danois danoise danisch danische dinamarca danes danesa
SE sweden swedish schweden schwedisch schwedische schwedischen suede suedois suedoise suecia sueco sueca
NO norway norwegian norwegen norwegisch norwegische norvege norvegien norvegienne noruega noruego noruega
FI finland finnish finnland finnisch finnische finlande finlandais finlandaise finlandia finlandes
IS iceland icelandic island islande islandia
PL poland polish polen polnisch polnische pologne polonais polonaise polonia polaco polaca
CZ czech czechia czech_republic tschechien tschechisch tschechische tchequie tcheque checo checa chequia
CZ republica_checa
SK slovakia slovak slowakei slowakisch slovaquie slovaque eslovaquia eslovaco
HU hungary hungarian ungarn ungarisch ungarische hongrie hongrois hongroise hungria hungaro
RO romania romanian rumanien rumanisch rumanische roumanie roumain rumania rumano
BG bulgaria bulgarian bulgarien bulgarisch bulgarie bulgare
HR croatia croatian kroatien kroatisch croatie croate croacia
SI slovenia slovenian slowenien slowenisch slovenie slovene eslovenia
RS serbia serbian serbien serbisch serbie serbe
GR greece greek griechenland griechisch grece grec grecque grecia griego
TR turkey turkish turkiye turkei turkisch turkische turquie turc turque turquia turco turca
UA ukraine ukrainian ukrainisch ukrainien ucrania ucraniano
RU russia russian russland russisch russische russie russe rusia ruso rusa
EE estonia estonian estland estonie estonien
LV latvia latvian lettland lettonie letonia
LT lithuania lithuanian litauen lituanie lituania
US usa us u.s u.s.a america american americans united_states united_states_of_america vereinigte_staaten amerika
US amerikanisch amerikanische amerikanischen us-amerikanisch us-amerikanische etats-unis americain americaine
US estados_unidos estadounidense ee.uu eeuu
CA canada canadian kanada kanadisch kanadische canadien canadienne canadiense
MX mexico mexican mexiko mexikanisch mexikanische mexique mexicain mexicaine mexicano mexicana
BR brazil brazilian brasilien brasilianisch brasilianische bresil bresilien bresilienne brasil brasileno brasilena
AR argentina argentine argentinian argentinien argentinisch argentine argentino
CL chile chilean chilenisch chili chilien chileno chilena
CO colombia colombian kolumbien kolumbianisch colombie colombien colombiano
PE peru peruvian peruanisch perou peruano
CN china chinese chinesisch chinesische chine chinois chinoise chino
JP japan japanese japanisch japanische japon japonais japonaise japones japonesa
KR korea korean south_korea sudkorea koreanisch coree coreen corea coreano
IN india indian indien indisch indische inde indienne indio
SG singapore singapur singapour
MY malaysia malaysian
TH thailand thai thailande tailandia
VN vietnam vietnamese vietnamesisch vietnamien vietnamita
ID indonesia indonesian indonesien indonesie
PH philippines philippine philippinen filipinas
AU australia australian australien australisch australische australie australienne australiano australiana
NZ new_zealand neuseeland nouvelle-zelande nueva_zelanda
ZA south_africa south_african sudafrika sudafrikanisch afrique_du_sud sudafrica
MA morocco moroccan marokko marokkanisch maroc marocain marruecos marroqui
TN tunisia tunisian tunesien tunisie tunez
EG egypt egyptian agypten egypte egipto
NG nigeria nigerian
KE kenya kenyan kenia
IL israel israeli israelisch
AE uae dubai abu_dhabi emirates united_arab_emirates emirate emirats
SA saudi saudi_arabia saudi-arabien arabie_saoudite arabia_saudi
_EU europe european europeans europa europaisch europaische europaischen europas europeen europeenne europeo europea
_EU eu ue european_union
_AS asia asian asien asiatisch asie asiatique asiatico
_AF africa african afrika afrikanisch afrique africain
_LA latin_america lateinamerika amerique_latine latinoamerica
_NA north_america north_american nordamerika nordamerikanisch amerique_du_nord norteamerica
_SC scandinavia scandinavian skandinavien skandinavisch scandinavie escandinavia nordics nordic
_DA dach
"""

# The same for words that say which city or region something comes from.
_CITY_WORDS = """
DE munich=munchner bremen=bremer dresden=dresdner hanover=hannoveraner cologne=kolner
FR paris=parisien=parisienne=pariser=parisino lyon=lyonnais=lyonnaise marseille=marseillais=marseillaise
FR bordeaux=bordelais=bordelaise
FR toulouse=toulousain=toulousaine lille=lillois=lilloise nantes=nantais=nantaise
FR strasbourg=strasbourgeois=strasbourgeoise grenoble=grenoblois
ES madrid=madrileno=madrilena=madrilenos barcelona=barcelones=barcelonesa valencia=valenciano=valenciana
ES seville=sevillano=sevillana
ES bilbao=bilbaino=bilbaina catalonia=catalan=catalana=katalanisch basque_country=vasco=vasca=basque
ES malaga=malagueno=malaguena
ES zaragoza=zaragozano=zaragozana galicia=gallego=gallega=galician andalusia=andaluz=andaluza=andalusian
AT vienna=wiener=viennese
IT milan=milanese=milanais
"""

# Country code: cities and regions; "=" joins the names of one place.
_CITIES = """
DE berlin munich=munchen=muenchen hamburg cologne=koln=koeln=colonia frankfurt=francfort stuttgart
DE dusseldorf=duesseldorf dortmund essen leipzig bremen dresden hanover=hannover nuremberg=nurnberg=nuernberg duisburg
DE bochum bonn munster=muenster mannheim karlsruhe augsburg wiesbaden aachen freiburg mainz kiel lubeck=luebeck erfurt
DE rostock kassel ulm regensburg ingolstadt wurzburg=wuerzburg heilbronn heidelberg darmstadt potsdam jena wolfsburg
DE bielefeld gottingen osnabruck oldenburg paderborn magdeburg chemnitz halle braunschweig=brunswick siegen koblenz
DE saarbrucken reutlingen pforzheim bavaria=bayern=baviere=baviera saxony=sachsen hesse=hessen westphalia=westfalen
DE swabia=schwaben ruhr thuringia=thuringen
AT vienna=wien=vienne=viena graz linz salzburg=salzbourg innsbruck klagenfurt villach tyrol=tirol styria=steiermark
CH zurich geneva=genf=geneve=ginebra basel=bale=basilea bern=berne=berna lausanne lucerne=luzern winterthur st_gallen
CH zug lugano
FR paris lyon marseille=marsella toulouse lille bordeaux=burdeos nantes strasbourg=strassburg=estrasburgo nice
FR montpellier rennes grenoble dijon angers reims le_havre saint-etienne toulon metz nancy tours orleans rouen caen
FR brest limoges brittany=bretagne=bretana normandy=normandie=normandia alsace=elsass=alsacia provence
ES madrid barcelona=barcelone valencia seville=sevilla=seville bilbao zaragoza=saragossa malaga murcia palma alicante
ES cordoba valladolid vigo gijon granada pamplona vitoria san_sebastian tarragona girona burgos santander
ES catalonia=cataluna=catalogne=katalonien andalusia=andalucia galicia basque_country=pais_vasco aragon
IT rome=roma=rom milan=milano=mailand turin=torino naples=napoli=neapel florence=firenze=florenz=florencia
IT venice=venezia=venedig bologna genoa=genova=genua verona padua=padova bergamo brescia parma modena
IT lombardy=lombardei=lombardia tuscany=toskana=toscana
PT lisbon=lisboa=lissabon=lisbonne porto=oporto braga aveiro
GB scotland=scottish=schottland=ecosse=escocia wales=welsh=walisisch=galles=gales london=londres=londra manchester
GB birmingham leeds glasgow edinburgh=edimbourg=edimburgo liverpool bristol sheffield
GB cardiff belfast newcastle nottingham leicester cambridge oxford reading coventry southampton portsmouth plymouth
GB aberdeen dundee york brighton swansea derby norwich exeter hull bradford preston swindon bolton wolverhampton
GB milton_keynes kent essex yorkshire cornwall midlands northern_ireland=nordirland
IE dublin cork galway limerick
NL amsterdam rotterdam utrecht eindhoven hague=den_haag=la_haye groningen tilburg breda arnhem maastricht delft
BE brussels=brussel=brussel=bruxelles=bruselas antwerp=antwerpen=anvers=amberes ghent=gent=gand liege=luttich
BE bruges=brugge leuven namur flanders=flandern wallonia=wallonie
DK copenhagen=kopenhagen=copenhague aarhus odense aalborg
SE stockholm=estocolmo gothenburg=goteborg malmo uppsala linkoping
NO oslo bergen trondheim stavanger
FI helsinki espoo tampere turku oulu
PL warsaw=warschau=varsovie=varsovia=warszawa krakow=krakau=cracovie=cracovia wroclaw=breslau gdansk=danzig
PL poznan=posen lodz katowice
CZ prague=prag=praga=praha brno=brunn ostrava pilsen=plzen
SK bratislava=pressburg kosice
HU budapest debrecen
RO bucharest=bukarest=bucarest cluj timisoara
BG sofia plovdiv
HR zagreb split
SI ljubljana
RS belgrade=belgrad
GR athens=athen=athenes=atenas thessaloniki
TR istanbul=estambul ankara izmir
UA kyiv=kiev lviv
RU moscow=moskau=moscou=moscu
EE tallinn
LV riga
LT vilnius
US new_york chicago boston seattle denver austin dallas houston atlanta miami phoenix portland detroit philadelphia
US pittsburgh cleveland columbus cincinnati indianapolis milwaukee minneapolis nashville memphis charlotte raleigh
US orlando tampa san_francisco los_angeles san_diego san_jose sacramento las_vegas salt_lake_city kansas_city st_louis
US baltimore washington boise omaha tulsa reno tucson albuquerque louisville richmond oakland spokane california texas
US florida ohio michigan illinois georgia oregon colorado arizona utah nevada virginia massachusetts pennsylvania
US tennessee wisconsin minnesota indiana missouri alabama kentucky oklahoma iowa kansas idaho maryland connecticut
US brooklyn manhattan silicon_valley north_carolina south_carolina new_jersey
CA toronto montreal vancouver calgary ottawa edmonton quebec winnipeg halifax ontario alberta
MX monterrey guadalajara puebla tijuana queretaro
BR sao_paulo rio_de_janeiro curitiba
AR buenos_aires rosario
CL santiago
CO bogota medellin
PE lima
CN beijing=peking=pekin shanghai shenzhen guangzhou hong_kong
JP tokyo=tokio osaka yokohama kyoto nagoya
KR seoul=seul busan
IN mumbai bangalore=bengaluru delhi chennai pune hyderabad
TH bangkok
VN hanoi
AU sydney melbourne brisbane perth adelaide
NZ auckland wellington
ZA johannesburg cape_town=kapstadt durban
MA casablanca tangier=tanger rabat
EG cairo=kairo
IL tel_aviv haifa
SA riyadh
"""


def _places() -> dict[str, frozenset[str]]:
    """Folded name -> what a text that has it speaks of: the place itself, and for a city its country too."""
    found: dict[str, frozenset[str]] = {}
    for line in _COUNTRIES.split("\n"):
        code, *names = line.split() or [""]
        for name in names:
            found[name.replace("_", " ")] = frozenset({code})
    for line in (_CITIES + _CITY_WORDS).split("\n"):
        code, *groups = line.split() or [""]
        for group in groups:
            names = group.split("=")
            for name in names:
                key = name.replace("_", " ")
                found[key] = found.get(key, frozenset()) | {names[0], code}
    return found


PLACES = _places()
_COUNTRY_CODES = frozenset(code for code in (line.split(" ")[0] for line in _COUNTRIES.split("\n")) if code)


# Enough of a word for it to be no other one: "essen" is also to eat, "tours" are also trips.
_DEMONYMS = frozenset(
    name
    for line in _COUNTRIES.split("\n") + _CITY_WORDS.split("\n")
    for group in line.split()[1:]
    for name in group.split("=")
    if len(name) > 4 and name not in ("danes", "island", "polish", "turkey", "roman", "basque", "checo", "indes")
)


_ISCH = re.compile(r"isch(?:e[nrsm]?)$")  # "italienischen"


def place_of(name: str) -> str:
    """The one key of a place under any of its names, "" for what is no known place.

    >>> place_of("munchen"), place_of("munich"), place_of("german"), place_of("acme")
    ('munich', 'munich', 'DE', '')
    """
    keys = implied(name)
    return next((key for key in sorted(keys) if key not in _COUNTRY_CODES), "") or next(iter(keys), "")


def is_demonym(name: str) -> bool:
    """A word without a capital in most languages that says where something comes from: "alemán", "lyonnaise"."""
    return name in _DEMONYMS


def implied(name: str) -> frozenset[str]:
    """All place keys that a text with this name supports: a city also speaks of its country."""
    return PLACES.get(name) or PLACES.get(_ISCH.sub("isch", name), frozenset())
