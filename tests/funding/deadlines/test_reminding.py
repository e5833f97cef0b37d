"""Letters about deadlines: to those whom they concern, each once, whatever nights are missed."""

from datetime import date
from kommunalhub.core import formatting
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.funding.deadlines import operations
from kommunalhub.funding.deadlines import storage
from kommunalhub.notices import listing
from kommunalhub.notices.box import ensure_store
from kommunalhub.notices.operations import set_modes
from plone import api
from zope.component import getUtility
from zope.i18n import translate

import pytest


@pytest.fixture(autouse=True)
def address(portal):
    api.portal.set_registry_record("plone.email_from_address", "hub@example.org")


def run():
    """Do the job as a tick does, and return {user id: subjects} of the new letters."""
    store = ensure_store(api.portal.get())
    before = set(store.outbox.mails)
    job, now = getUtility(IJob, name="funding-deadlines"), formatting.now()
    for key in job.due(now):
        job.do(key, now)
    found = {}
    for key in set(store.outbox.mails) - before:
        letter = store.outbox.mails[key].letter
        found.setdefault(letter.userid, []).append(letter)
    return found


def test_those_who_see_to_a_case_are_told_once(case, record, at):
    record(case)
    told = run()
    assert set(told) == {"malente-redaktion", "berater"}
    [letter] = told["malente-redaktion"]
    assert letter.subject.startswith("Förderfristen: ")
    assert "Ende der Widerspruchsfrist" in letter.text
    assert "Montag, 21. Dezember 2026 (in 21 Tagen)" in letter.text
    assert "Verwendungsnachweis, Ortskern" not in letter.text
    assert run() == {}
    at(date(2026, 12, 11))
    assert run() == {}


def test_nights_that_were_missed_are_caught_up_at_once(case, record, at):
    record(case)
    run()
    at(date(2027, 4, 5))  # all of the interim statement was missed
    told = run()
    assert set(told) == {"malente-redaktion", "berater", "hubleitung"}
    [letter] = told["hubleitung"]
    assert letter.subject.startswith("Frist seit Tagen überschritten: ")
    assert "Zwischennachweis" in letter.text
    assert run() == {}
    at(date(2027, 6, 1))
    assert run() == {}


def test_after_the_day_and_then_the_hub_management(case, record, at):
    record(case)
    run()
    at(date(2027, 3, 31))
    assert "heute" in run()["berater"][0].text
    at(date(2027, 4, 1))
    told = run()
    assert set(told) == {"malente-redaktion", "berater"}
    assert told["berater"][0].subject.startswith("Frist überschritten: ")
    at(date(2027, 4, 3))  # Saturday of Easter: the third day; told on the Tuesday after
    assert run() == {}
    at(date(2027, 4, 5))
    assert set(run()) == {"malente-redaktion", "berater", "hubleitung"}


def test_what_is_done_is_not_reminded_of(case, record, at):
    record(case)
    run()
    operations.mark_done(case, 1, "interim.1.2027", {"day": date(2026, 11, 30)})
    at(date(2027, 4, 5))
    assert run() == {}
    assert "interim.1.2027" not in {key[3] for key in storage.register_of().remind}


def bell(portal, userid):
    """Return how each sentence about a date begins that the bell of a person has shown."""
    with api.env.adopt_user(username=userid):
        rows = listing.rows_of(portal, list(listing.shown_of(portal, userid)))
    told = [translate(row["text"], target_language="de") for row in rows if row["kind"] == "date"]
    return [text.partition(",")[0] for text in told]


def test_the_bell_rings_once_where_no_mail_can_leave_too(portal, case, record, at):
    api.portal.set_registry_record("plone.email_from_address", "")
    record(case)
    assert run() == {}
    assert run() == {}
    assert bell(portal, "malente-redaktion") == ["Eine Frist"]
    at(date(2027, 4, 5))
    run()
    late = "Eine Frist ist seit Tagen verstrichen"
    assert bell(portal, "hubleitung") == [late]
    assert bell(portal, "malente-redaktion") == [late, "Eine Frist"]
    assert bell(portal, "lensahn-redaktion") == []


def test_who_wants_no_bell_hears_only_what_is_late(portal, case, record, at):
    set_modes(portal, "berater", {"mail": "off", "bell": "off"})
    record(case)
    run()
    assert bell(portal, "berater") == []
    at(date(2027, 4, 5))
    run()
    assert bell(portal, "berater") == ["Eine Frist ist seit Tagen verstrichen"]
