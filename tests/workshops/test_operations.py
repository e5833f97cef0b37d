"""Registering, waiting, offers and letters, in a site."""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.workshops import certificates
from kommunalhub.workshops import jobs
from kommunalhub.workshops import letters
from kommunalhub.workshops import operations
from kommunalhub.workshops import storage
from kommunalhub.workshops.operations import Applicant
from kommunalhub.workshops.rules import Refused
from plone import api
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest


@pytest.fixture
def workshop(hub, portal):
    return hub.add_workshop(portal)


def give_back(workshop, name):
    [number] = [o.number for o in storage.book_of(workshop).all() if o.userid == name][-1:]
    operations.give_back(workshop, number)


def change(workshop, **fields):
    for name, value in fields.items():
        setattr(workshop, name, value)
    notify(ObjectModifiedEvent(workshop))


def run(job, now=None):
    """Do all that is due of a job, as the system."""
    now = now or formatting.now()
    with as_system(api.portal.get()):
        keys = job.due(now)
        for key in keys:
            job.do(key, now)
    return keys


def test_a_seat_and_a_place_on_the_list_are_told_by_mail(hub, portal, workshop):
    hub.register(workshop, "mia", "max", "lena")
    assert hub.states(workshop) == {"mia": "registered", "max": "registered", "lena": "waiting"}
    assert hub.told(portal)[-3:] == [
        ("mia@example.org", "Ihr Platz: Rechnungen digital"),
        ("max@example.org", "Ihr Platz: Rechnungen digital"),
        ("lena@example.org", "Warteliste: Rechnungen digital"),
    ]
    first = hub.mails(portal)[-3]
    text = first.calendar
    assert "STATUS:CONFIRMED" in text
    assert "SEQUENCE:0" in text
    assert "place 1" not in hub.mails(portal)[-1].text


def test_who_gives_back_makes_room_and_the_offer_is_taken(hub, portal, workshop):
    hub.register(workshop, "mia", "max", "lena", "lutz")
    give_back(workshop, "mia")
    assert hub.states(workshop)["lena"] == "offered"
    assert ("lena@example.org", "Ein Platz ist für Sie frei: Rechnungen digital") in hub.told(
        portal
    )
    operations.accept(workshop, 3)
    assert hub.states(workshop)["lena"] == "registered"
    book = storage.book_of(workshop)
    assert (book.held, book.offered, book.waiting) == (2, 0, 1)


def test_offers_end_by_the_clock(hub, portal, workshop, later):
    hub.register(workshop, "mia", "max", "lena", "lutz")
    give_back(workshop, "mia")
    assert run(jobs.Offers()) == []
    later(hours=25)
    assert run(jobs.Offers()) == [workshop.UID()]
    assert hub.states(workshop)["lena"] == "lapsed"
    assert hub.states(workshop)["lutz"] == "offered"
    assert run(jobs.Offers()) == []


def test_nobody_registers_twice_with_account_and_address(hub, portal, workshop):
    hub.register(workshop, "mia")
    with pytest.raises(Refused, match="twice"):
        hub.register(workshop, "mia")
    with pytest.raises(Refused, match="twice"):
        operations.register(workshop, Applicant("Mia", "MIA@example.org"))
    assert len(storage.book_of(workshop).all()) == 1


def test_several_are_registered_all_or_none(hub, portal, workshop):  # pretix #974
    people = [Applicant(f"Person {n}", f"p{n}@example.org", partner="lensahn") for n in range(3)]
    with pytest.raises(Refused, match="full"):
        operations.register(workshop, *people, all_or_none=True)
    assert storage.book_of(workshop).all() == []
    found = operations.register(workshop, *people, by="lena")
    assert [one.state for one in found] == ["registered", "registered", "waiting"]
    assert {one.by for one in found} == {"lena"}


def test_one_of_several_twice_registers_nobody(hub, portal, workshop):
    twice = [Applicant("A B", "a@example.org"), Applicant("A B", "A@example.org")]
    with pytest.raises(Refused, match="twice"):
        operations.register(workshop, *twice)
    assert storage.book_of(workshop).all() == []


def test_seats_of_an_administration_are_kept_until_their_day(hub, portal, later):
    day = formatting.to_local(formatting.now()).date() + timedelta(days=3)
    workshop = hub.add_workshop(portal, quotas="Lensahn: 1", quotas_until=day)
    hub.register(workshop, "mia", "max")
    assert hub.states(workshop) == {"mia": "registered", "max": "waiting"}
    later(days=4, hours=1)
    run(jobs.Offers())
    assert hub.states(workshop)["max"] == "offered"


def test_more_seats_are_offered_at_once_and_fewer_throw_nobody_out(hub, portal, workshop):
    hub.register(workshop, "mia", "max", "lena")
    with hub.As("trude"):
        change(workshop, capacity=1)
    assert list(hub.states(workshop).values()) == ["registered", "registered", "waiting"]
    with hub.As("trude"):
        change(workshop, capacity=3)
    assert hub.states(workshop)["lena"] == "offered"


def test_a_new_date_is_told_once_and_counted_for_calendars(hub, portal, workshop):
    hub.register(workshop, "mia")
    with hub.As("trude"):
        change(
            workshop, start=workshop.start + timedelta(days=1), end=workshop.end + timedelta(days=1)
        )
        change(workshop, bring="Dienstrechner")
    changed = [letter for letter in hub.mails(portal) if letter.subject.startswith("Neuer Termin")]
    assert len(changed) == 1
    assert "SEQUENCE:1" in changed[0].calendar


def test_calling_off_tells_everybody_once_with_the_reason(hub, portal, workshop):
    hub.register(workshop, "mia", "max", "lena")
    with hub.As("trude"):
        hub.step(workshop, "cancel", "Die Trainerin ist krank.")
    found = [letter for letter in hub.mails(portal) if letter.subject.startswith("Abgesagt")]
    assert sorted(letter.userid for letter in found) == ["lena", "max", "mia"]
    assert all("Die Trainerin ist krank." in letter.text for letter in found)
    assert "STATUS:CANCELLED" in found[0].calendar
    with pytest.raises(Refused, match="closed"):
        hub.register(workshop, "lutz")
    give_back(workshop, "mia")
    assert hub.states(workshop)["lena"] == "waiting"


def test_registration_closes_by_the_clock_and_seats_pass_on_no_more(hub, portal, later):
    today = formatting.to_local(formatting.now()).date()
    workshop = hub.add_workshop(portal, closes_on=today + timedelta(days=2))
    hub.register(workshop, "mia", "max", "lena")
    assert run(jobs.Closing()) == []
    later(days=3, hours=1)
    assert run(jobs.Closing()) == [workshop.UID()]
    assert api.content.get_state(workshop) == "closed"
    give_back(workshop, "mia")
    assert hub.states(workshop)["lena"] == "waiting"
    assert run(jobs.Closing()) == []


def test_people_are_reminded_once(hub, portal, workshop, later):
    hub.register(workshop, "mia", "max", "lena")
    assert run(jobs.Reminders()) == []
    later(days=19, hours=1)
    assert run(jobs.Reminders()) == [workshop.UID()]
    assert run(jobs.Reminders()) == []
    found = [letter.userid for letter in hub.mails(portal) if "beginnt bald" in letter.text]
    assert sorted(found) == ["max", "mia"]


def test_people_are_forgotten_and_the_numbers_stay(hub, portal, workshop, later):
    applicant = operations.Applicant("Uta Ohne", "uta@example.org", needs="Platz an der Tür")
    operations.register(workshop, applicant)
    hub.register(workshop, "mia", "lena")
    operations.note_attendance(workshop, 1, False, "krank")
    assert run(jobs.Forgetting()) == []
    later(days=21)
    assert run(jobs.Forgetting()) == [workshop.UID()]
    assert run(jobs.Forgetting()) == []
    [one, *_others] = storage.book_of(workshop).all()
    assert (one.name, one.needs, one.why_absent) == ("Uta Ohne", "", "")
    later(days=230)
    assert run(jobs.Forgetting()) == [workshop.UID()]
    assert run(jobs.Forgetting()) == []
    book = storage.book_of(workshop)
    kept = repr([book.entries[number] for number in book.entries]) + repr(list(book.people))
    assert not [word for word in ("Uta", "uta", "mia", "lena", "Beispiel") if word in kept]
    assert [one.state for one in book.all()] == ["registered", "registered", "waiting"]
    assert [one.attended for one in book.all()] == [False, None, None]


def test_attendance_can_be_noted_again_without_harm(hub, portal, workshop):
    hub.register(workshop, "mia", "max", "lena")
    operations.note_attendance(workshop, 1, True)
    changes = storage.book_of(workshop).changes
    operations.note_attendance(workshop, 1, True)
    assert storage.book_of(workshop).changes == changes
    operations.note_attendance(workshop, 1, False, "krank")
    assert storage.book_of(workshop).get(1).why_absent == "krank"
    with pytest.raises(Refused):
        operations.note_attendance(workshop, 3, True)


def test_who_has_no_account_gets_a_link_of_their_own(hub, portal, workshop):
    operations.register(workshop, Applicant("Uta Ohne", "uta@example.org"))
    letter = hub.mails(portal)[-1]
    key = letters.key_for(workshop, 1)
    assert f"@@meine-anmeldung?key={key}" in letter.text
    assert "notice-preferences" not in letter.text
    assert letters.number_in(workshop, key) == 1
    assert letters.number_in(workshop, key[:-1] + "x") is None
    other = hub.add_workshop(portal, title="Anderes")
    assert letters.number_in(other, key) is None


def test_a_copy_is_a_workshop_of_its_own(hub, portal, workshop):
    hub.register(workshop, "mia")
    with hub.As("trude"):
        change(
            workshop,
            start=workshop.start + timedelta(hours=1),
            end=workshop.end + timedelta(hours=1),
        )
        copy = api.content.copy(workshop, portal["workshops"], safe_id=True)
    assert api.content.get_state(copy) == "draft"
    assert copy.sequence == 0
    assert storage.book_of(copy).all() == []
    assert len(storage.book_of(workshop).all()) == 1


def test_registrations_go_with_their_workshop(hub, portal, workshop):
    hub.register(workshop, "mia")
    uid = workshop.UID()
    assert uid in storage.books_of(portal)
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(workshop, check_linkintegrity=False)
    assert uid not in storage.books_of(portal)


def test_only_a_public_workshop_is_seen_without_an_account(hub, portal):
    public, internal = (hub.add_workshop(portal, is_public=one) for one in (True, False))

    def seen(workshop):
        return any(
            role["name"] == "Anonymous" and role["selected"]
            for role in workshop.rolesOfPermission("View")
        )

    assert (seen(public), seen(internal)) == (True, False)
    with hub.As("trude"):
        change(internal, is_public=True)
        change(public, is_public=False)
    assert (seen(public), seen(internal)) == (False, True)
    with hub.As("trude"):
        hub.step(internal, "cancel", "Zu wenige")
    assert seen(internal)
    assert not seen(hub.add_workshop(portal, "pending", is_public=True))


def test_seats_of_a_deleted_account_pass_on_and_its_past_names_nobody(hub, portal, later):
    workshop, past = hub.add_workshop(portal), hub.add_workshop(portal, title="Vorbei")
    hub.register(workshop, "mia", "max", "lena")
    operations.register(workshop, Applicant("Uta Ohne", "uta@example.org"), by="mia")
    hub.register(past, "mia")
    later(days=21)
    with hub.As("trude"):
        hub.step(past, "close_registration")
        hub.step(past, "hold")
        operations.note_attendance(past, 1, True)
    [certificate] = certificates.held_by(portal, "user:mia")
    later(days=0)
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="mia")
    found = [(one.name, one.state, one.by) for one in storage.book_of(workshop).all()]
    assert found == [
        ("", "cancelled", ""),
        ("Max Beispiel", "registered", ""),
        ("Lena Beispiel", "offered", ""),
        ("Uta Ohne", "waiting", ""),
    ]
    assert (storage.book_of(workshop).held, storage.book_of(workshop).offered) == (1, 1)
    assert hub.told(portal)[-1] == (
        "lena@example.org",
        "Ein Platz ist für Sie frei: Rechnungen digital",
    )
    [one] = storage.book_of(past).all()
    assert (one.name, one.userid, one.email, one.attended) == ("", "", "", True)
    # the account is gone, the mail with the certificate is not
    assert certificates.held_by(portal, "user:mia") == []
    assert certificates.held_by(portal, "mail:mia@example.org") == [certificate]
