"""Who hears that partners join, leave or lead: by bell and mail, each of them once."""

from kommunalhub.approvals.journal import entries
from kommunalhub.notices.box import box_of
from kommunalhub.notices.box import store_of
from kommunalhub.notices.operations import begin_anew
from kommunalhub.notices.operations import set_modes
from kommunalhub.projects.parties import operations as parties
from people import add_people
from plone import api

import pytest


WOOD = {"role": "donor", "does": "Holz"}
LEAD = {"role": "lead", "does": ""}


@pytest.fixture
def mails(running):
    """Let mail be set up, with an editor of Oldenburg; forget what was told up to then."""
    api.portal.set_registry_record("plone.smtp_host", "localhost")
    api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
    with api.env.adopt_roles(["Manager"]):
        add_people({"olga": ("Olga Beispiel", ["oldenburg-staff", "oldenburg-editors"])})
    store = store_of(api.portal.get())
    for key in list(store.people):
        del store.people[key]
    begin_anew()
    return store.outbox.mails


def bells(who):
    box = box_of(api.portal.get(), who)
    found = box.newest() if box is not None else ()
    return [(one["kind"], one["action"]) for _key, one in found]


def subjects(mails, who):
    return [mail.letter.subject for mail in mails.values() if mail.letter.userid == who]


def arrange(project, hub, who="moni", reason="Darum.", lead=None, **wanted):
    with hub.As(who):
        parties.arrange(project, {"malente": LEAD, **wanted}, reason, lead)
    begin_anew()


def agree(project, hub, *people):
    for who in people:
        hub.vote(project, who, "approve")
        begin_anew()


def clear(mails):
    store = store_of(api.portal.get())
    for key in list(store.people):
        del store.people[key]
    mails.clear()


def test_all_who_have_to_consent_are_told_at_once(running, hub, mails):
    arrange(running, hub, lensahn=WOOD, oldenburg=WOOD)
    for who in ("rita", "lore", "otto"):
        assert len(bells(who)) == 1, who
        assert subjects(mails, who) == [f"Wartet auf Sie: {running.case_number} Mitfahrbank"], who
    for who in ("mia", "lars", "lena", "olga", "olli", "gesa"):
        assert (bells(who), subjects(mails, who)) == ([], []), who


def test_who_has_joined_is_told_and_so_are_all_who_agreed(running, hub, mails):
    arrange(running, hub, lensahn=WOOD, oldenburg=WOOD)
    clear(mails)
    agree(running, hub, "rita", "lore", "otto")
    news = f"{running.case_number} Mitfahrbank: Laufend"
    for who in ("olga", "lena", "rita", "lore", "otto"):
        assert bells(who)[0] == (entries.RECORD, entries.PARTNERS_CHANGED), who
        assert subjects(mails, who) == [news], who
    assert bells("moni").count((entries.TRANSITION, "confirm")) == 1
    assert subjects(mails, "moni") == [news]
    for who in ("mia", "lars", "olli", "gesa"):
        assert (bells(who), subjects(mails, who)) == ([], []), who


def test_who_has_left_gets_a_letter_and_no_way_in(running, hub, mails):
    arrange(running, hub, oldenburg=WOOD)
    clear(mails)
    agree(running, hub, "rita", "otto", "lore")
    for who in ("lore", "lena"):
        (letter,) = [
            mail.letter
            for mail in mails.values()
            if mail.letter.userid == who and "nimmt nicht mehr teil" in mail.letter.subject
        ]
        assert "übernimmt die Leitung: Malente" in letter.text
        assert running.absolute_url() not in letter.text
        assert "/projekte" in letter.text
    assert subjects(mails, "lars") == []


def test_who_does_not_join_after_all_is_told_why_nothing_waits(running, hub, mails):
    arrange(running, hub, lensahn=WOOD, oldenburg=WOOD)
    clear(mails)
    hub.vote(running, "lore", "reject", "Zu viele.")
    assert subjects(mails, "otto") == ["Ihre Verwaltung nimmt nicht teil: Mitfahrbank"]
    assert subjects(mails, "olga") == []
    assert (entries.TRANSITION, "keep") in bells("moni")


def test_both_are_told_that_the_lead_has_changed(running, hub, mails):
    arrange(running, hub, lead="lensahn", lensahn=WOOD)
    clear(mails)
    agree(running, hub, "rita", "lore")
    assert bells("lena") == [(entries.RECORD, entries.LEAD_CHANGED)]
    assert subjects(mails, "lena") == [f"{running.case_number} Mitfahrbank: Laufend"]
    assert (entries.TRANSITION, "confirm") in bells("moni")


def test_who_wants_no_mail_gets_none(running, hub, mails):
    arrange(running, hub, oldenburg=WOOD)
    clear(mails)
    set_modes(api.portal.get(), "lena", {"mail": "off"})
    agree(running, hub, "rita", "otto", "lore")
    assert subjects(mails, "lena") == []
