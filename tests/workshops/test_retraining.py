"""„Erneut schulen“: a certificate that is valid for a time, and the one reminder before it ends."""

from datetime import date
from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.workshops import certificates
from kommunalhub.workshops import operations
from kommunalhub.workshops import retraining
from kommunalhub.workshops import storage
from kommunalhub.workshops.jobs import Retraining
from kommunalhub.workshops.validity import valid_until

import pytest
import transaction


SUBJECT = "Erneut schulen: Rechnungen digital"


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 12, 1), None, None),
    ],
)
def test_how_long_a_certificate_is_valid(day, months, last):
    assert valid_until(day, months) == last


def held(hub, portal, later, *names, days=20, **fields):
    """Return a workshop that was held, with certificates for some people."""
    start = fields.pop("start", hub.in_days(days))
    workshop = hub.add_workshop(portal, start=start, capacity=9, **fields)
    hub.register(workshop, *names)
    later(days=days)
    for one in storage.book_of(workshop).all():
        operations.note_attendance(workshop, one.number, True)
    with hub.As("trude"):
        hub.step(workshop, "close_registration")
        hub.step(workshop, "hold")
    return workshop


def run():
    job, now = Retraining(), formatting.now()
    for key in job.due(now):
        job.do(key, now)


def reminders(hub, portal):
    return [address for address, subject in hub.told(portal) if subject == SUBJECT]


def test_who_holds_it_is_told_once_six_weeks_before(hub, portal, later):
    workshop = held(hub, portal, later, "mia", "lena", valid_months=6)
    last = valid_until(formatting.to_local(workshop.end).date(), 6)
    [one] = certificates.held_by(portal, "user:mia")
    assert (one.valid_until, one.facts["valid_until"]) == (last.isoformat(), formatting.day(last))
    run()
    assert reminders(hub, portal) == []
    later(days=20 + (last - formatting.to_local(workshop.end).date()).days - 42)
    run()
    run()
    assert sorted(reminders(hub, portal)) == ["lena@example.org", "mia@example.org"]


def test_who_took_part_again_is_not_told(hub, portal, later):
    start = formatting.now() + timedelta(days=60, hours=-1)
    workshop = held(hub, portal, later, "mia", "lena", valid_months=6)
    again = held(hub, portal, later, "mia", days=60, start=start, valid_months=6)
    for one in certificates.held_by(portal, "user:mia"):
        one.series = workshop.UID()
    assert again.UID() != workshop.UID()
    later(days=20 + 184 - 30)
    run()
    assert reminders(hub, portal) == ["lena@example.org"]
    today = formatting.to_local(formatting.now()).date()
    assert retraining.ending(portal, ["user:mia"], today) == []
    assert len(retraining.ending(portal, ["user:lena"], today)) == 1


def test_without_an_end_nobody_is_told(hub, portal, later):
    held(hub, portal, later, "mia")
    [one] = certificates.held_by(portal, "user:mia")
    assert (one.valid_until, "valid_until" in one.facts) == (None, False)
    later(days=4000)
    run()
    assert reminders(hub, portal) == []


def test_the_letter_names_the_next_date_of_the_series(hub, portal, later):
    workshop = held(hub, portal, later, "mia", valid_months=2)
    later(days=21)
    start = formatting.now() + timedelta(days=30)
    following = hub.add_workshop(portal, start=start, end=start + timedelta(hours=3))
    following.template = workshop.UID()
    following.reindexObject()
    later(days=45)
    run()
    [letter] = [found for found in hub.mails(portal) if found.subject == SUBJECT]
    assert following.getId() in letter.text


def test_mein_hub_and_the_list_show_what_ends(hub, functional, web, later):
    workshop = held(hub, web, later, "mia", valid_months=1)
    transaction.commit()
    browser = hub.browser(functional, "mia")
    site = web.absolute_url()
    browser.open(f"{site}/@@meine-bescheinigungen")
    day = formatting.day(valid_until(formatting.to_local(workshop.end).date(), 1))
    assert f"gültig bis {day}" in browser.text
    assert browser.getLink("Erneut schulen").url.endswith("/workshops")
    browser.open(f"{site}/@@workshops-mine")
    assert f"gilt bis zum {day}" in browser.text
