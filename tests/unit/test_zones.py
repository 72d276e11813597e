"""Where a prospect's clock is, and when that is only a guess."""

import pytest
import pytz
from outbound_prospecting.domain.zones import BY_STATE, MAIN, NEARLY_ONE, find_zone


def find(country="", state="", city="", own="", fallback="Europe/Brussels"):
    zones = pytz.country_timezones.get(country, [])
    return find_zone(country=country, state=state, city=city, own=own, zones=zones, fallback=fallback)


@pytest.mark.parametrize("country", sorted(pytz.country_timezones))
def test_every_country_has_a_zone_of_its_own(country):
    zone, assumed = find(country)
    assert zone in pytz.country_timezones[country]
    assert not assumed or len(pytz.country_timezones[country]) > 1


def test_zones_of_the_tables_exist_and_belong_to_their_country():
    for country, zone in MAIN.items():
        assert zone in pytz.country_timezones[country], (country, zone)
    for (country, state), zone in BY_STATE.items():
        assert zone in pytz.all_timezones, (country, state, zone)
    assert set(MAIN) >= NEARLY_ONE


def test_the_state_decides_then_the_city_then_the_middle():
    assert find("US", "ca", "New York") == ("America/Los_Angeles", False)
    assert find("US", "", "new york") == ("America/New_York", False)
    assert find("US", "", "Springfield") == ("America/Chicago", True)
    assert find("US", "", "", own="America/Denver") == ("America/Denver", True)
    assert find("US", "", "", own="Europe/Paris") == ("America/Chicago", True)
    assert find("ES", "GC") == ("Atlantic/Canary", False)
    assert find("ES", "M") == ("Europe/Madrid", False)


def test_nothing_known_is_said_to_be_assumed():
    assert find() == ("Europe/Brussels", True)
    assert find("XX", "YY", "ZZ", own="Asia/Tokyo") == ("Europe/Brussels", True)
