"""Job titles as pages write them: "Vice President of Sales", "Geschäftsführerin", "Responsable des achats"."""

from __future__ import annotations

import re
from functools import lru_cache

# A title has one of these words at its heart.
_HEADS = """
ceo cfo coo cto cmo cio cro cpo cso ciso chro president vice-president vp svp evp avp chairman chairwoman chairperson chair
director directors manager managers owner co-owner founder co-founder cofounder partner principal proprietor officer
superintendent supt controller comptroller accountant bookkeeper auditor engineer designer architect estimator
consultant coordinator co-ordinator administrator assistant asst associate agent representative specialist supervisor carpenter painter
plumber electrician attorney lawyer solicitor paralegal barrister notary counsel secretary treasurer tutor teacher
instructor trainer coach lecturer professor realtor broker editor producer developer programmer analyst adviser advisor executive
foreman technician dean trustee nurse dentist orthodontist physician surgeon doctor hygienist therapist psychologist
buyer planner strategist scientist researcher photographer writer journalist recruiter receptionist salesperson salesman chef
lead leader head captain governor provost headmaster headteacher pastor curator librarian translator
geschäftsführer geschäftsführerin inhaber inhaberin leiter leiterin vorstand vorständin prokurist prokuristin
vertriebsleiter vertriebsleiterin gründer gründerin gesellschafter gesellschafterin vorsitzender vorsitzende
ansprechpartner ansprechpartnerin berater beraterin ingenieur ingenieurin
directeur directrice gérant gérante président présidente pdg responsable fondateur fondatrice associé associée chef
directora gerente presidente presidenta socio socia fundador fundadora jefe jefa consejero consejera
direttore direttrice titolare amministratore amministratrice responsabile socio fondatore fondatrice
eigenaar eigenares oprichter zaakvoerder bestuurder voorzitter adviseur medewerker
diretor diretora gerente sócio sócia prezes dyrektor kierownik właściciel ägare vd ordförande
""".split()  # noqa: SIM905
_JOINING = frozenset("of for and & to the de des du del della di da la le für und et y e i van voor och , -".split())  # noqa: SIM905
_TITLE_WORD = re.compile(r"[^\W\d_][\w'’/.&-]*|&|,|-|–")
_HEAD = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, set(_HEADS)), key=len, reverse=True))})(?![\w-])", re.IGNORECASE
)
_NEVER = re.compile(
    r"\b(?:our|your|their|my|we|you|us|is|are|was|were|be|has|have|will|can|find|contact|call|become|apply|hire|meet|read|view|"
    r"search|login|sign|click|all|more|how|why|what|who|find|need|learn)\b|[!?:;]|https?:|www\.|@|\d{3}",
    re.IGNORECASE,
)
_LONGEST = 8  # words


@lru_cache(maxsize=4096)
def is_title(text: str) -> bool:
    """Whether a short text is a job title and nothing else.

    >>> is_title("Vice President of Sales"), is_title("Meet our director"), is_title("Director's Cut Films")
    (True, False, False)
    """
    words = text.split()
    if not words or len(words) > _LONGEST or len(text) > 70 or _NEVER.search(text):
        return False
    heads = [match.end() for match in _HEAD.finditer(text)]
    if not heads or not _TITLE_WORD.match(text):
        return False
    # After the last heart only what it is in charge of may follow: "Director of Sales", "Head of the Tile Division".
    rest = text[heads[-1] :].split()
    return (
        not rest or rest[0].strip(",").lower() in _JOINING or rest[0][0] in "(,-–&/" or text[: heads[-1]].endswith(",")
    )


def title_in(text: str) -> str:
    """The job title that a phrase begins with, "" if there is none: "owner of Acme" -> "owner"."""
    words = text.strip(" ,-–—|:").split()
    for count in range(min(len(words), 5), 0, -1):
        phrase = " ".join(words[:count]).strip(" ,.:;-–—|")
        if _HEAD.search(words[count - 1]) and is_title(phrase):
            return phrase
    return ""
