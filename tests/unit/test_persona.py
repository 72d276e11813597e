import pytest
from outbound_prospecting.domain.persona import Function, Level, Persona, read_persona


@pytest.mark.parametrize(
    ("title", "level", "function"),
    [
        ("CEO", "executive", "general"),
        ("Owner", "executive", "general"),
        ("Geschäftsführer", "executive", "general"),
        ("Managing Director", "executive", "general"),
        ("Directrice générale", "executive", "general"),
        ("Chief Operating Officer", "executive", "operations"),
        ("CFO", "executive", "finance"),
        ("Vice President, Human Resources", "vp", "people"),
        ("SVP Sales", "vp", "sales"),
        ("EHS Director", "director", "safety"),
        ("Head of Corporate Wellness", "director", "people"),
        ("Einkaufsleiter", "director", "purchasing"),
        ("Directeur des achats", "director", "purchasing"),
        ("Safety Manager", "manager", "safety"),
        ("Responsable sécurité", "manager", "safety"),
        ("IT Manager", "manager", "technology"),
        ("Store Manager", "manager", "operations"),
        ("Buyer", "staff", "purchasing"),
        ("Carpenter", "staff", "other"),
    ],
)
def test_titles(title, level, function):
    assert read_persona(title) == Persona(Level(level), Function(function))


@pytest.mark.parametrize("title", ["", "  "])
def test_nobody(title):
    assert read_persona(title) is None


def test_words_are_whole():
    assert read_persona("Italian translator").function is Function.OTHER  # no "it"
    assert read_persona("Headhunter").level is Level.STAFF
