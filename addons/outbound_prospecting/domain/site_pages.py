"""Which pages of a company's site are worth reading, judged by the words and paths of its links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from .identity import plain_key
from .page import Link, Page

# Read in this order; words of English, German, French, Spanish, Italian, Dutch, Portuguese, Polish and Swedish,
# without accents as `plain_key` leaves them.
_WORDS = {
    "about": "about|about us|who we are|our story|our company|company|history|mission|profile|uber uns|ueber uns|"
    "unternehmen|firma|wir uber uns|a propos|qui sommes nous|notre entreprise|entreprise|societe|notre histoire|"
    "sobre nosotros|quienes somos|la empresa|empresa|nosotros|nuestra historia|chi siamo|azienda|l azienda|la societa|"
    "over ons|wie zijn wij|ons bedrijf|bedrijf|sobre nos|quem somos|a empresa|sobre|o nas|o firmie|om oss|om foretaget",
    "team": "team|our team|people|our people|leadership|management|management team|staff|board|executives|founders|"
    "meet the team|unser team|das team|ansprechpartner|mitarbeiter|geschaftsfuhrung|fuhrungsteam|vorstand|equipe|"
    "notre equipe|l equipe|direction|nuestro equipo|equipo|direccion|il team|il nostro team|squadra|ons team|"
    "medewerkers|directie|nossa equipe|equipa|a equipe|zespol|zarzad|vart team|medarbetare|ledning",
    "product": "products|product|services|service|solutions|solution|platform|what we do|our services|features|offer|"
    "industries|produkte|leistungen|losungen|angebot|dienstleistungen|produits|prestations|nos services|offre|"
    "productos|servicios|soluciones|prodotti|servizi|soluzioni|producten|diensten|oplossingen|produtos|servicos|"
    "solucoes|produkty|uslugi|rozwiazania|oferta|produkter|tjanster|losningar",
    "news": "news|newsroom|press|press releases|media|media center|announcements|latest news|aktuelles|neuigkeiten|"
    "presse|pressemitteilungen|nachrichten|actualites|actualite|actus|communiques|noticias|prensa|actualidad|"
    "sala de prensa|notizie|novita|comunicati stampa|stampa|nieuws|pers|persberichten|imprensa|aktualnosci|"
    "wiadomosci|prasa|nyheter|pressrum",
    "jobs": "jobs|careers|career|join us|work with us|vacancies|open positions|we are hiring|join our team|karriere|"
    "stellen|stellenangebote|offene stellen|jobs karriere|carriere|carrieres|recrutement|emploi|emplois|"
    "rejoignez nous|nous rejoindre|empleo|trabaja con nosotros|carreras|unete|lavora con noi|carriera|"
    "posizioni aperte|vacatures|werken bij|werkenbij|carreiras|carreira|trabalhe conosco|vagas|kariera|praca|"
    "oferty pracy|karriar|lediga jobb|jobba hos oss",
    "contact": "contact|contact us|contacts|get in touch|locations|offices|where to find us|find us|kontakt|"
    "kontaktieren sie uns|anfahrt|standorte|impressum|imprint|legal notice|contactez nous|nous contacter|"
    "mentions legales|contacto|contactenos|contactanos|aviso legal|contatti|contattaci|dove siamo|neem contact op|"
    "contato|contactos|fale conosco|skontaktuj sie|kontakta oss",
    "blog": "blog|our blog|insights|articles|stories|magazin|magazine|ratgeber|articulos|articoli|artykuly|blogg",
}  # fmt: skip
KINDS = tuple(_WORDS)
_KIND_OF = {word: kind for kind, words in _WORDS.items() for word in words.split("|")}
_ENDING = re.compile(r"\.(?:html?|php|aspx?|jsp|cfm)$", re.IGNORECASE)
_FILES = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|jpe?g|png|gif|webp|svg|mp[34]|ics|xml|css|js)$", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?", re.IGNORECASE)
_LONGEST_WORDS = 40  # characters: a longer text is a headline, not a menu


@dataclass(frozen=True)
class Choice:
    """A page to read next.

    :param kind: of `KINDS`
    :param weight: how surely it is that page; the highest of a kind is read first
    """

    kind: str
    url: str
    weight: float


def judge(link: Link) -> Choice | None:
    """What kind of page a link leads to, None if that cannot be told."""
    parts = urlsplit(link.url)
    if _FILES.search(parts.path):
        return None
    segments = [plain_key(_ENDING.sub("", unquote(part))) for part in parts.path.split("/") if part]
    if segments and _LANGUAGE.fullmatch(segments[0].replace(" ", "-")):
        del segments[0]
    text = plain_key(link.text) if len(link.text) <= _LONGEST_WORDS else ""
    by_text = _KIND_OF.get(text, "")
    by_path = _KIND_OF.get(segments[-1], "") if segments else ""
    by_host = _KIND_OF.get((parts.hostname or "").partition(".")[0], "")
    kind = by_path or by_text or (by_host if not segments else "")
    if not kind:
        return None
    weight = 2.0 * (kind == by_text) + 2.0 * (kind == by_path) + 1.0 * (kind == by_host)
    weight -= 0.5 * max(len(segments) - 1, 0) + 0.5 * bool(parts.query)
    return Choice(kind, link.url, weight)


def choose(links: Iterable[Link], ours: Callable[[str], bool]) -> dict[str, list[str]]:
    """Addresses to read by kind, the surest first.

    :param ours: whether an address belongs to the site
    """
    judged = [choice for link in links if ours(link.url) and (choice := judge(link))]
    ordered = sorted(judged, key=lambda choice: -choice.weight)
    return {kind: [choice.url for choice in ordered if choice.kind == kind] for kind in KINDS}


def articles(page: Page, ours: Callable[[str], bool]) -> list[str]:
    """Pages below a page of news, in its order: the newest come first on nearly every site."""
    base = urlsplit(page.url)
    folder = _ENDING.sub("", base.path).rstrip("/") + "/"
    found = []
    for link in page.links:
        parts = urlsplit(link.url)
        last = parts.path.rstrip("/").rpartition("/")[2]
        below = parts.netloc == base.netloc and parts.path.startswith(folder) and len(last) > 12
        if below and "-" in last and not _FILES.search(last) and ours(link.url):
            found.append(link.url)
    return found
