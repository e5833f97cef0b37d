"""Links on the screen in the hall: no site needed."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.showroom.visit.rules import led
from kommunalhub.showroom.visit.rules import within

import pytest
import re


EXHIBIT = "https://hub.example/showroom/scheune"
NAMES = frozenset({"hof", "diele"})


def way(address):
    return within(address, EXHIBIT, NAMES, "@@bildschirm")


@pytest.mark.parametrize(
    "address",
    [
        "https://hub.example/login",
        "https://hub.example/showroom",
        f"{EXHIBIT}/edit",
        f"{EXHIBIT}/hof/edit",
        f"{EXHIBIT}/../../login",
        f"{EXHIBIT}extra/hof",
        "https://karte.example/",
        "//hub.example/showroom/scheune/hof",
        "javascript:alert(1)",
        "",
    ],
)
def test_nothing_leads_out(address):
    assert way(address) is None


@pytest.mark.parametrize("name", sorted(NAMES))
def test_media_lead_to_their_own_screen(name):
    assert way(f"{EXHIBIT}/{name}") == f"{EXHIBIT}/{name}/@@bildschirm"


WORDS = st.text(st.characters(blacklist_characters='<>&"', blacklist_categories=("Cs",)))


@given(st.lists(st.tuples(WORDS, WORDS), max_size=4))
def test_words_stay_and_no_other_address_is_left(links):
    html = "".join(f'<a class="btn" href="{href}" rel="x">{words}</a>' for href, words in links)
    found = led(html, way)
    assert re.sub(r"<[^>]*>", "", found) == "".join(words for _href, words in links)
    for address in re.findall(r'href="([^"]*)"', found):
        assert address.startswith(("#", EXHIBIT))


def test_a_link_over_several_lines_is_led_too():
    html = '<a class="btn"\n   href="/login"\n   target="_blank"\n>Anmelden</a>'
    assert led(html, way) == '<span class="btn">Anmelden</span>'
