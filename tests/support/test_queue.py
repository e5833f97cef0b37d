"""The part of the queue that grows for ever: what is solved is looked for some months back."""

from DateTime import DateTime
from datetime import timedelta
from html import unescape
from kommunalhub.core import formatting
from kommunalhub.core.private.catalog import brain_at
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import tool
from kommunalhub.support import queue

import pytest
import transaction


#: Title -> how many days ago something happened to it the last time, and what it is about.
SOLVED = {
    "Drucker druckt leer": (1, "printing"),
    "Maus klemmt": (80, "other"),
    "Bildschirm flackert": (100, "other"),
    "Telefon rauscht": (400, "other"),
}


@pytest.fixture
def solved(hub, web, clock):
    """The web site with solved tickets of mia, the last one first."""
    for title, (days, category) in SOLVED.items():
        ticket = hub.report(web, "mia", title=title, category=category)
        with hub.As("sven"):
            tool("portal_workflow").doActionFor(ticket, "resolve", comment="Geht wieder.")
        ticket.setModificationDate(DateTime(formatting.now() - timedelta(days=days)))
        ticket.reindexObject(idxs=["modified"])
    hub.report(web, "mia", title="WLAN langsam")
    transaction.commit()
    return web


def titles(form, may_help=True):
    """Return the titles in the chosen part, in their order."""
    chosen, now, brain = queue.chosen_of(form, may_help), formatting.now(), brain_at(catalog())
    rids = queue.find(catalog(), chosen, now, may_help)
    parts = queue.parted(catalog(), rids, chosen["queue"], "sven", now)
    return [brain(rid).Title for rid in parts[chosen["queue"]]]


@pytest.mark.parametrize(
    ("form", "number"),
    [
        ({}, 2),
        ({"months": "3"}, 2),
        ({"months": "nonsense"}, 2),
        ({"months": "12"}, 3),
        ({"months": "all"}, 4),
        ({"category": "other"}, 1),
        ({"category": "other", "months": "12"}, 2),
        ({"device": "gibt es nicht", "months": "all"}, 0),
    ],
)
def test_support_looks_some_months_back(hub, solved, form, number):
    category = form.get("category")
    expected = [name for name, (_days, about) in SOLVED.items() if category in (None, about)]
    with hub.As("sven"):
        assert titles({"queue": "solved"} | form) == expected[:number]


def test_who_reports_finds_all_of_their_own(hub, solved):
    with hub.As("mia"):
        assert titles({"queue": "solved"}, may_help=False) == list(SOLVED)
        assert titles({"months": "3"}, may_help=False) == ["WLAN langsam"]


def test_what_is_open_knows_no_months(hub, solved):
    with hub.As("sven"):
        assert titles({"months": "3"}) == titles({"queue": "nobody"}) == ["WLAN langsam"]


def test_the_page_says_how_far_back_it_looks_and_goes_further(hub, functional, solved):
    browser = hub.browser(functional, "sven")
    browser.open(f"{solved.absolute_url()}/support?queue=solved&category=other")
    shown = " ".join(unescape(browser.contents).split())
    assert "Maus klemmt" in shown
    assert "Bildschirm flackert" not in shown
    assert "seit dem 29. August 2026" in shown
    assert "Die Filter suchen nur darin." in shown
    browser.getLink("Weiter zurück").click()
    assert "Bildschirm flackert" in browser.contents
    browser.getLink("Weiter zurück").click()
    assert "months=all" in browser.url
    assert "category=other" in browser.url
    assert "Telefon rauscht" in browser.contents
    assert "Weiter zurück" not in browser.contents
    browser.getControl("Anzeigen").click()
    assert "months=all" in browser.url  # filters keep it


def test_months_over_rest(hub, solved):
    folder, rest = f"{solved.absolute_url()}/support", hub.rest("sven")
    for months, number in (("", 2), ("12", 3), ("all", 4)):
        found = rest.get(f"{folder}/@tickets?queue=solved&months={months}").json()
        assert found["items_total"] == number
        assert [item["title"] for item in found["items"]] == list(SOLVED)[:number]
    assert rest.get(f"{folder}/@tickets?queue=solved&months=4").status_code == 400
