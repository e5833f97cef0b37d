"""What keeps an exhibit back, and which sites may show it: no site needed."""

from datetime import date
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.showroom import rules
from kommunalhub.showroom.rules import Gap

import pytest


gaps = st.builds(
    Gap,
    said=st.text(),
    path=st.text(),
    blocks=st.booleans(),
    until=st.none() | st.dates(),
)


def test_an_exception_with_a_day_keeps_nothing_back():
    assert rules.keeping_back([Gap("Untertitel", until=date(2026, 12, 1))]) == []


@given(st.lists(gaps))
def test_every_gap_is_listed_once_and_what_keeps_back_comes_first(found):
    listed = rules.in_order(found)
    assert sorted(map(repr, listed)) == sorted(map(repr, found))
    back = [gap.keeps_back for gap in listed]
    assert back == sorted(back, reverse=True)
    assert rules.keeping_back(listed) == listed[: sum(back)]


@given(st.lists(gaps))
def test_the_next_day_is_that_of_the_first_promise(found):
    days = [gap.until for gap in found if gap.until is not None]
    assert rules.next_day(found) == (min(days) if days else None)


@pytest.mark.parametrize(
    "line",
    [
        "http://www.ostsee.example",
        "https://www.ostsee.example/karte",
        "https://*.example",
        "https://a.example;script-src *",
        "https://a.example, https://b.example",
        "https://user@a.example",
        "https://localhost",
        "https://a.example:99999",
        "*",
        "'self'",
        "",
    ],
)
def test_what_is_no_site_gets_no_place_in_a_policy(line):
    assert rules.origin_of(line) is None


@given(st.text())
def test_a_policy_never_gets_more_than_one_source_of_a_line(text):
    for origin in rules.origins_of(text):
        assert origin.startswith("https://")
        assert not set(origin) & set(" ;,'*\"\t\n")


def test_sites_are_named_once():
    text = "https://www.ostsee.example/\n\nhttps://www.Ostsee.example\nhttps://b.example:8443"
    assert rules.origins_of(text) == ("https://www.ostsee.example", "https://b.example:8443")
