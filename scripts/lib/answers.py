"""What simulated prospects write, by language and class of reply.

Each text is read as its class by the product's own rules (tests/unit/test_answers.py), so that what people wrote and
what the product counted can be compared one to one.
"""

from __future__ import annotations

from datetime import datetime

ANSWERS = {
    "en": {
        "interest": (
            "Hi {sender},\n\nthis looks relevant for us. Please send me some more information.\n\nBest\n{name}",
            "Good timing, we are looking into exactly this. Tell me more about how it works.\n\n{name}",
        ),
        "meeting_request": (
            "Hi {sender},\n\nhappy to talk. Does Tuesday at 10 work for a short call?\n\nRegards\n{name}",
            "Let's set up a call next week, my mornings are free.\n\n{name}",
        ),
        "question": (
            "Hello {sender},\n\nhow many people does one set serve, and do you deliver to several sites?\n\n{name}",
            "What does it cost for a team of forty?\n\n{name}",
        ),
        "objection": ("Hi {sender},\n\nwe already work with another supplier and are happy with them.\n\n{name}",),
        "deferral": (
            "Hi {sender},\n\nnot now, we are in the middle of our audit. Please come back to me in {month}.\n\n{name}",
        ),
        "referral": (
            "Hello,\n\nplease talk to my colleague Dana Cole (dana.cole@{domain}), she decides on this.\n\n{name}",
        ),
        "wrong_person": ("Hi,\n\nI am not responsible for this topic.\n\n{name}",),
        "not_interested": (
            "No thanks, we have no need for this.\n\n{name}",
            "Thank you, but we are not interested.\n\n{name}",
        ),
        "hostile": ("What a pathetic waste of my time. Get lost, you idiots.\n\n{name}",),
        "privacy_request": (
            "Hello,\n\nwhere did you get my data from? Please delete everything you hold about me (GDPR).\n\n{name}",
        ),
        "opt_out": ("Please remove me from your list.\n\n{name}", "Stop sending me e-mails.\n\n{name}"),
        "out_of_office": (
            "I am out of the office until {back} with limited access to my mail.\n\nBest regards\n{name}",
        ),
        "auto_reply": ("Thank you for your message. This is an automatic confirmation that we received it.",),
    },
    "fr": {
        "interest": ("Bonjour,\n\ncela nous intéresse. Pouvez-vous m'envoyer plus d'informations ?\n\n{name}",),
        "meeting_request": ("Bonjour,\n\nvolontiers, pouvons-nous nous appeler mardi à 10 heures ?\n\n{name}",),
        "question": ("Bonjour,\n\ncombien cela coûte-t-il pour une équipe de quarante personnes ?\n\n{name}",),
        "not_interested": ("Bonjour,\n\nmerci, mais cela ne nous intéresse pas.\n\n{name}",),
        "opt_out": ("Merci de me retirer de votre liste de diffusion.\n\n{name}",),
        "out_of_office": ("Bonjour,\n\nje suis absent du bureau jusqu'au {back}.\n\n{name}",),
    },
    "es": {
        "interest": ("Hola:\n\nnos interesa. ¿Puede enviarme más información?\n\n{name}",),
        "meeting_request": ("Hola:\n\ncon gusto. ¿Podemos hablar por teléfono el martes a las 10?\n\n{name}",),
        "question": ("Hola:\n\n¿cuánto cuesta para un equipo de cuarenta personas?\n\n{name}",),
        "not_interested": ("Gracias, pero no estamos interesados.\n\n{name}",),
        "opt_out": ("Por favor, elimíneme de su lista de correo.\n\n{name}",),
        "out_of_office": ("Estoy fuera de la oficina hasta el {back}.\n\n{name}",),
    },
}
MONTHS = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ),
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
        "noviembre", "diciembre",
    ),
}  # fmt: skip


def get_texts(label: str, language: str) -> tuple[str, tuple[str, ...]]:
    """(language, texts) of a class; in English where the language has none."""
    own = ANSWERS.get(language, {}).get(label)
    return (language, own) if own else ("en", ANSWERS["en"][label])


def write_day(day: datetime, language: str) -> str:
    """A date as people of a language write it."""
    if language == "fr":
        return f"{day.day} {MONTHS['fr'][day.month - 1]}"
    if language == "es":
        return f"{day.day} de {MONTHS['es'][day.month - 1]}"
    return f"{day:%-d %B}"
