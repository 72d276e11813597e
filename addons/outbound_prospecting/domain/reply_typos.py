"""Letters in the wrong order, set right in the words that matter: "agian", "remvoe", "plaese"."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[^\W\d_]{5,}")
_WORDS = """again contact contacting delete deleted emailing emails email future hearing mailing mailings message
messages please receive receiving remove removed remover removing sending spamming subscribe unsubscribe unsubscribed
stopping writing abmelden austragen belastigen bitte entfernen entfernt keine loschen mails nachricht newsletter
schicken schreiben senden streichen verteiler weitere arretez contacter desabonner desinscrire ecrire envoyer jamais
liste recevoir retirer retirez solliciter supprimer borrar borrenme contactar correo correos dejen eliminar enviar
escribir escriban mandar quiten quitenme recibir basta cancellatemi cancellare contattare inviare ricevere rimuovere
scrivere scrivetemi smettetela togliete afmelden berichten schrijven sturen uitschrijven verwijder verwijderen
descadastrar enviem mandem parem receber remova kontaktowac przestancie prosze usunac wiadomosci wiecej wypisac
wypiszcie wysylac"""


def _letters(word: str) -> tuple[str, str]:
    return word[0], "".join(sorted(word))


_KNOWN = {_letters(word): word for word in _WORDS.split()}


def mend(folded: str) -> str:
    """The text with such words set right; every other letter stays in its place.

    :param folded: as `fold` gives it
    """
    return _TOKEN.sub(lambda match: _KNOWN.get(_letters(match[0]), match[0]), folded)
