"""What is measured and what happened, in four languages: "staff", "Belegschaft" and "salariés" are one thing."""

from __future__ import annotations

import re
from functools import lru_cache

from .text import fold

# Beginnings of folded words; "=" demands the whole word.
_MEASURES = {
    "people": "medewerk werknem collega's personeel employ staff workforce headcount worker =team =teams fte =ftes colleague mitarbeit beschaftig "
    "angestell belegschaft "
    "personal kopfe arbeitnehm salari collaborat effectif emplead trabajador plantilla personnel labour hire hiring",
    "persons": "=mensen =personen =people =persons =person =menschen =personen =personnes =personas =leute",
    "engineers": "engineer ingenieur ingenier",
    "developers": "developer entwickler developpeur desarrollador programmer",
    "apprentices": "leerling apprentic trainee azubi auszubild lehrling apprenti aprendi",
    "jobs": "=banen =vacatures arbeidsplaats =job =jobs =position =positions vacanc =opening =openings =posts arbeitsplatz stellen =postes "
    "=emplois puesto =empleos vacante",
    "customers": "klant afnemer customer client =accounts kund buyer abnehmer",
    "users": "gebruiker user nutzer anwender utilisateur usuario subscriber abonn",
    "firms": "bedrijven onderneming =companies =firms =businesses organisation organization unternehmen firmen betriebe =entreprises "
    "empresa compani",
    "partners": "partner reseller dealer distribut handler",
    "suppliers": "leverancier supplier lieferant zuliefer fournisseur proveedor vendor",
    "members": "=leden member mitglied =membres miembro",
    "sites": "vestiging locatie =site =sites location facilit standort emplacement =sedes niederlass instalacion",
    "plants": "fabriek =fabrieken wasserij =plant =plants factor =werk =werke =werken =usine =usines fabric fabrik =planta =plantas",
    "offices": "kanto =office =offices buro bureau oficina",
    "stores": "winkel =store =stores =shop =shops outlet =branch =branches filial magasin boutique tienda laden geschafte",
    "warehouses": "magazijn warehous =lager lagerhaus lagerhaus entrepot almacen logistikzentr depot",
    "countries": "landen countr land lander pays pais nation",
    "cities": "steden =city =cities stadt stadte ville ciudad =towns",
    "products": "product produkt produit =items =skus articl artikel",
    "patents": "patent brevet",
    "vehicles": "voertuig vrachtwag vehicle truck lorr =cars =vans fahrzeug lkw lastwagen vehicule camion vehiculo",
    "machines": "machine maschine maquina robot roboter",
    "projects": "project projekt projet proyecto",
    "orders": "bestelling =order =orders auftrag auftrage bestell commande pedido",
    "units": "=unit =units =pieces =stuck einheit =unites unidad =helmets =sensors =devices gerate",
    "investors": "investor investisseur inversor",
    "students": "student pupil schuler",
    "patients": "patient",
    "brands": "brand marke =marques",
    "states": "=states =state bundesland bundeslander",
    "awards": "award =prize =prizes auszeichn",
}
_MONEY = {
    "revenue": "omzet revenue turnover =sales umsatz erlos facturaci =ventas ingresos =affaires",
    "profit": "winst profit earnings ebit gewinn benefice beneficio =surplus uberschuss",
    "loss": "verlies =loss =losses verlust perte perdida",
    "funding": "fund raise raising =round =finance financed =financing financement financier finanzierung levee financiacion kapital capital venture investor "
    "=seed",
    "investment": "=investering invest inver capex",
    "value": "valuation valued bewert valoris valorad",
    "debt": "debt =loan schulden kredit dette deuda",
    "contract": "contract =order =deal vertrag auftrag contrat contrato",
    "budget": "budget presupuesto",
    "exports": "export",
    "costs": "=kosten cost kosten cout coste",
}
EVENTS = {
    "founded": "opgericht found =establish =established grund =fonde =fondee fondat =cree =creee fundad fundar fundo =created "
    "=incorporated =started =launched =constituted naci",
    "acquired": "overgenomen overname =kocht =neemt acqui takeover bought =buys =buy =buying ubern erwarb erworben gekauft kauft =rachet rachat rachete adquir "
    "compro =compra =purchased =repris =reprend reprise",
    "opened": "geopend opent opening open eroff =ouvert =ouvre ouvri ouvert inaugur abri abert abier",
    "closed": "gesloten sluit =closed =closes =closing =shut shutter geschloss schloss schliess ferm cerrar cerro",
    "based": "gevestigd hoofdkantoor headquarter =based =hq sitz hauptsitz ansass =siege =sede basad situe domicil zentrale",
    "raised": "raise raising financing finanzierung levee =leve recaud funding =round",
    "joined": "benoemd aangesteld join appoint =named =hired =became berufen ernannt =wurde nomm rejoint nombr incorpor promot succe "
    "taken",
    "left": "vertrek =left =leaves =leaving resign depart verlass ausgeschied ausscheid quitte demission dej dimit stepp "
    "retire",
    "launched": "gelanceerd introduceer launch introduc =unveiled eingefuhrt vorgestellt lanc presento release",
    "certified": "certif zertifi =accredited audit",
    "grew": "groei gestegen grew grow increas =rose rising wuchs wachs steig gestieg croiss augment crec aument =up expand",
    "fell": "gedaald daal fell =fall decreas declin drop shrank shrink =sank gesunk ruckgang baiss recul cay disminu =down",
    "moved": "verhui =moved moving relocat umgezog umzug verleg demenag traslad",
    "laid_off": "ontslag layoff =laid redundan entlass abbau licenci despid =cut =cuts",
    "hires": "hire hiring recruit einstell embauch recrut contrat",
    "invested": "invest inver",
    "partnered": "partner kooper alianza allianc cooperat",
    "merged": "merg fusion",
    "listed": "=ipo =listed borsengang bourse bolsa",
    "signed": "=signed unterzeichn signe firmo",
    "delivered": "deliver geliefert livr entreg",
    "produces": "produc manufact herstell fertig fabriqu fabric",
    "sold": "verkocht verkoopt =sold verkauft vend =divested",
}

_ALIKE = (
    {"people", "persons", "engineers", "jobs", "members"},
    {"people", "developers", "jobs"},
    {"people", "apprentices", "jobs"},
    {"persons", "customers", "users", "members", "students", "patients", "developers", "apprentices", "investors"},
    {"customers", "firms"},
    {"partners", "firms"},
    {"suppliers", "firms"},
    {"investors", "firms", "partners"},
    {"sites", "plants"},
    {"sites", "offices"},
    {"sites", "stores"},
    {"sites", "warehouses"},
    {"units", "products"},
    {"units", "machines"},
    {"units", "vehicles"},
    {"funding", "investment"},
    {"contract", "value"},
)


def _matcher(table: dict[str, str]) -> dict[str, re.Pattern[str]]:
    patterns = {}
    for name, words in table.items():
        parts = [f"{word[1:]}$" if word.startswith("=") else word for word in words.split()]
        patterns[name] = re.compile("|".join(parts))
    return patterns


_PATTERNS = {"measures": _matcher(_MEASURES), "money": _matcher(_MONEY), "events": _matcher(EVENTS)}


@lru_cache(maxsize=20_000)
def concept(word: str, kind: str) -> frozenset[str]:
    """The concepts of kind "measures", "money" or "events" that a word stands for."""
    folded = fold(word)
    return frozenset(name for name, pattern in _PATTERNS[kind].items() if pattern.match(folded))


def concepts(text: str, kind: str) -> frozenset[str]:
    """All concepts of that kind in a text."""
    return frozenset[str]().union(*(concept(word, kind) for word in re.findall(r"[^\W\d_]+", text)))


def alike(one: str, other: str) -> bool:
    """May the same things be counted under both names?"""
    return one == other or any(one in group and other in group for group in _ALIKE)
