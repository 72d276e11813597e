"""In which IANA time zone is a prospect, by country, state and city; and when that is only an assumption."""

from __future__ import annotations

from collections.abc import Sequence

from .identity import plain_key

# Zone of most people of a country that has several, and of all whose state is not listed below. Where no zone holds
# for most, it is one in the middle, so that the office hours of the whole country are missed by as little as can be.
MAIN = {
    "AR": "America/Argentina/Buenos_Aires", "AU": "Australia/Sydney", "BR": "America/Sao_Paulo",
    "CA": "America/Winnipeg", "CD": "Africa/Kinshasa", "CL": "America/Santiago", "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia", "DE": "Europe/Berlin", "EC": "America/Guayaquil", "ES": "Europe/Madrid",
    "FM": "Pacific/Pohnpei", "GL": "America/Nuuk", "ID": "Asia/Jakarta", "KI": "Pacific/Tarawa", "KZ": "Asia/Almaty",
    "MH": "Pacific/Majuro", "MN": "Asia/Ulaanbaatar", "MX": "America/Mexico_City", "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland", "PF": "Pacific/Tahiti", "PG": "Pacific/Port_Moresby", "PS": "Asia/Hebron",
    "PT": "Europe/Lisbon", "RU": "Europe/Moscow", "UA": "Europe/Kyiv", "US": "America/Chicago",
    "UZ": "Asia/Tashkent",
}  # fmt: skip
# Countries of one clock but for a few islands or border regions: their main zone is no guess.
NEARLY_ONE = frozenset({"AR", "CL", "CN", "CY", "DE", "EC", "ES", "MY", "NZ", "PS", "PT", "UA", "UZ"})

_US_ZONES = {
    "America/New_York": "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
    "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
    "America/Denver": "CO ID MT NM UT WY",
    "America/Phoenix": "AZ",
    "America/Los_Angeles": "CA NV OR WA",
    "America/Anchorage": "AK",
    "Pacific/Honolulu": "HI",
    "America/Puerto_Rico": "PR VI",
}
_STATES = {
    "US": _US_ZONES,
    "CA": {
        "America/Toronto": "ON QC NU", "America/Vancouver": "BC", "America/Edmonton": "AB NT", "America/Winnipeg": "MB",
        "America/Regina": "SK", "America/Halifax": "NB NS PE", "America/St_Johns": "NL", "America/Whitehorse": "YT",
    },
    "AU": {
        "Australia/Sydney": "ACT NSW", "Australia/Melbourne": "VIC", "Australia/Brisbane": "QLD",
        "Australia/Adelaide": "SA", "Australia/Darwin": "NT", "Australia/Perth": "WA", "Australia/Hobart": "TAS",
    },
    "BR": {
        "America/Sao_Paulo": "DF ES GO MG PR RJ RS SC SP", "America/Bahia": "BA", "America/Fortaleza": "CE MA PB PI RN",
        "America/Recife": "PE", "America/Maceio": "AL SE", "America/Belem": "AP PA", "America/Araguaina": "TO",
        "America/Cuiaba": "MT", "America/Campo_Grande": "MS", "America/Manaus": "AM", "America/Porto_Velho": "RO",
        "America/Boa_Vista": "RR", "America/Rio_Branco": "AC",
    },
    "MX": {
        "America/Tijuana": "BCN BC", "America/Hermosillo": "SON", "America/Mazatlan": "BCS NAY SIN",
        "America/Cancun": "ROO", "America/Mexico_City": "AGU CAM CHH CHP CMX COA COL DIF DUR GRO GUA HID JAL MEX MIC "
        "MOR NLE OAX PUE QUE SLP TAB TAM TLA VER YUC ZAC",
    },
    "ES": {"Atlantic/Canary": "GC TF", "Africa/Ceuta": "CE ME"},
    "PT": {"Atlantic/Azores": "PT-20 20", "Atlantic/Madeira": "PT-30 30"},
    "ID": {"Asia/Makassar": "BA NB NT KI KS KU SA ST SN SG GO SR", "Asia/Jayapura": "MA MU PA PB"},
}  # fmt: skip
BY_STATE = {
    (country, state): zone
    for country, zones in _STATES.items()
    for zone, states in zones.items()
    for state in states.split()
}


def find_zone(
    *, country: str, state: str, city: str, own: str, zones: Sequence[str], fallback: str
) -> tuple[str, bool]:
    """The zone of a prospect, and whether it is only assumed.

    :param country: ISO code, "" when not known; `state` is the code of its subdivision
    :param own: zone on the contact's record; a hint only, and only where the country has it, because Odoo gives new
        contacts the zone of whoever creates them
    :param zones: zones of the country
    :param fallback: where nothing is known of the country
    """
    if not zones:
        return fallback, True
    if len(zones) == 1:
        return zones[0], False
    if zone := BY_STATE.get((country, state.upper())):
        return zone, False
    named = {plain_key(zone.rpartition("/")[2]): zone for zone in zones}
    if zone := named.get(plain_key(city)):
        return zone, False
    if own in zones:
        return own, True
    return MAIN.get(country, zones[0]), country not in NEARLY_ONE
