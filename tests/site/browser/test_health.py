"""Whether the hub runs, as asked by address, by command and on Mein Hub."""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core.jobs import ledger
from kommunalhub.notices.box import ensure_store
from kommunalhub.notices.outbox import Letter
from kommunalhub.search.interfaces import INDEX
from kommunalhub.search.interfaces import ISearchEngine
from kommunalhub.site.commands import health
from kommunalhub.site.health import rules
from kommunalhub.site.health.probing import probe
from zope.component import getUtility

import json
import pytest
import re


NOW = formatting.datetime(2026, 11, 23, 11, tzinfo=formatting.UTC)
AGO = timedelta(hours=3)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """It is Monday, 23 November 2026, noon."""
    monkeypatch.setattr(formatting, "now", lambda: NOW)


@pytest.fixture
def ran(portal):
    """Return a function after which the last run was at a moment, and so much of it failed."""

    def ran(when, failed=0):
        jobs = [("mail", 1, 1, 0, ()), ("figures", 2, 2 - failed, failed, ())]
        ledger.finish(portal, {"when": when.isoformat(), "seconds": 0.1, "jobs": jobs})

    return ran


@pytest.fixture
def well(ran):
    """A hub that has just done what fell due."""
    ran(NOW)


@pytest.fixture
def outbox(portal):
    return ensure_store(portal).outbox


def letter(key):
    return Letter(key, "mia", "mia@example.org", "Betreff", "Text", "")


@pytest.fixture
def health_of(portal, page, monkeypatch):
    """Return a function that asks from an address of the net; (status, what was answered)."""

    def health_of(address="192.0.2.7"):
        request = portal.REQUEST
        monkeypatch.setitem(request.environ, "HTTP_X_FORWARDED_FOR", address)
        text = page("health")
        return request.response.getStatus(), json.loads(text)

    return health_of


def test_all_is_well(portal, well):
    reading = probe(portal)
    assert rules.ills(reading) == ()
    assert (reading.run, reading.failed, reading.waiting, reading.oldest) == (NOW, 0, 0, None)


def test_a_hub_that_never_did_what_falls_due_is_ill(portal):
    assert rules.ills(probe(portal)) == ("tick",)


def test_what_failed_is_told(portal, ran):
    ran(NOW, failed=2)
    assert probe(portal).failed == 2
    assert rules.ills(probe(portal)) == ("failed",)


def test_mails_are_counted(portal, well, outbox):
    for number, ago in enumerate((timedelta(0), AGO, timedelta(hours=1))):
        outbox.add(letter(f"waits {number}"), NOW - ago)
    refused = outbox.add(letter("refused"), NOW - 9 * AGO)
    claim, _letter = outbox.claim(refused, NOW)
    outbox.parked(refused, claim, "no such person")
    reading = probe(portal)
    assert (reading.waiting, reading.refused, reading.oldest) == (3, 1, NOW - AGO)
    assert rules.ills(reading) == ("mail",)


def test_a_search_that_does_not_answer_is_told(portal, well, monkeypatch, caplog):
    def broken(index, query, within=None):
        raise OSError("gone")

    monkeypatch.setattr(getUtility(ISearchEngine), "search", broken)
    assert rules.ills(probe(portal)) == ("search",)
    assert "the search does not answer" in caplog.text


def test_a_catalog_without_the_index_is_told(portal, well):
    portal.portal_catalog.delIndex(INDEX)
    assert rules.ills(probe(portal)) == ("search",)


def test_a_database_that_does_not_answer_is_told(portal, well, monkeypatch):
    def broken(*_):
        raise ConnectionError("gone")

    monkeypatch.setattr(portal._p_jar._storage, "loadSerial", broken)
    assert rules.ills(probe(portal)) == ("database",)


def test_strangers_hear_one_word(well, health_of):
    assert health_of() == (200, {"ok": True})


def test_strangers_hear_that_something_is_wrong_and_not_what(health_of):
    assert health_of() == (503, {"ok": False})


def test_staff_are_strangers_in_this(well, person, health_of):
    person("mia", "malente-staff")
    assert health_of() == (200, {"ok": True})


def test_the_support_sees_the_numbers_from_everywhere(portal, person, health_of):
    person("hilfe", "hub-support")
    assert health_of() == (503, rules.as_data(probe(portal)))


def test_the_machine_itself_sees_the_numbers(portal, well, health_of):
    assert health_of("127.0.0.1") == (200, rules.as_data(probe(portal)))


def test_nobody_keeps_the_answer(portal, health_of):
    health_of()
    assert portal.REQUEST.response.getHeader("Cache-Control") == "no-store"
    assert portal.REQUEST.response.getHeader("Content-Type").startswith("application/json")


def test_the_command_tells_data_or_sentences(portal, ran, outbox):
    told = []
    ran(NOW - AGO, failed=1)
    outbox.add(letter("waits"), NOW)
    reading = probe(portal)
    assert health.tell_of(reading, True, told.append) == 1
    assert json.loads(told.pop()) == rules.as_data(reading)
    assert health.tell_of(reading, False, told.append) == 1
    assert told == [
        "What falls due is not done: no tick of late.",
        "Something failed in the last tick.",
        "Mail: 1 waiting, the first since 2026-11-23T11:00:00+00:00; 0 refused",
        "Last tick: 2026-11-23T08:00:00+00:00, 1 failed",
        "Search: 0 texts still to be read",
    ]


def test_the_command_has_a_sentence_for_everything():
    assert set(health.WRONG) == set(rules.ILLS)


@pytest.mark.parametrize("wrong", [(), ("tick",), ("mail",), ("search",)])
def test_mein_hub_marks_what_is_ill(portal, page, person, ran, outbox, monkeypatch, wrong):
    ran(NOW - AGO if "tick" in wrong else NOW)
    outbox.add(letter("waits"), NOW - AGO if "mail" in wrong else NOW)
    if "search" in wrong:
        monkeypatch.setattr(getUtility(ISearchEngine), "search", None)
    person("hilfe", "hub-support")
    panel = page("mein-hub").split('id="betrieb"')[1].split("</section>")[0]
    marked = re.findall(r'class="tag late"\s*>([^<]*)<', panel)
    shown = {"tick": "23. November 2026, 09:00", "mail": "1", "search": "antwortet nicht"}
    assert marked == [shown[word] for word in wrong]
