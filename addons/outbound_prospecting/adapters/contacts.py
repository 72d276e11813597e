"""Who and what a page names: organisations, people with roles, and the ways to reach them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..domain.company_names import Organisation, find_organisations
from ..domain.email_text import find_emails
from ..domain.page import Page
from ..domain.page_country import likely_countries
from ..domain.person_names import Person, find_people
from ..domain.postal_text import PostalAddress, find_addresses
from .phones import Phone, find_phones


@dataclass(frozen=True)
class Contacts:
    """What was found on one page, in the order of `Page.whole`, which their positions refer to.

    :param emails: lower case
    """

    organisations: tuple[Organisation, ...]
    people: tuple[Person, ...]
    phones: tuple[Phone, ...]
    emails: tuple[str, ...]
    addresses: tuple[PostalAddress, ...]


def read_contacts(page: Page, country: str = "") -> Contacts:
    """Reads the whole text of a page: its menu and footer are where contacts stand.

    :param country: of the company, if known (ISO code): for telephone numbers without a country code
    """
    text = page.whole
    emails = _emails(page, text)
    linked = Counter(urlsplit(link.url).hostname or "" for link in page.links).most_common(1)
    hosts = [
        urlsplit(page.url).hostname or (linked[0][0] if linked else ""),
        *(address.rpartition("@")[2] for address in emails),
    ]
    people = find_people(text)
    named = {person.name.casefold() for person in people}
    marked = [Person(name, role) for name, role in page.people if name.casefold() not in named]
    return Contacts(
        organisations=tuple(find_organisations(text, page.title, page.names, hosts)),
        people=(*people, *marked),
        phones=tuple(find_phones(text, likely_countries(page, country), page.phones)),
        emails=emails,
        addresses=tuple(find_addresses(text)),
    )


def _emails(page: Page, text: str) -> tuple[str, ...]:
    """Addresses of the markup, then those of the text that are not one of them run together with the next word."""
    marked = [address for given in page.emails for address in find_emails(given)]
    written = find_emails(text)
    run_on = {found for found in written if any(found != known and known in found for known in marked)}
    return tuple(dict.fromkeys([*marked, *(found for found in written if found not in run_on)]))
