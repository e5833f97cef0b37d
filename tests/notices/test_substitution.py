"""Who stands in for somebody hears of their cases, and both hear of the substitution."""

from datetime import timedelta
from kommunalhub.notices import audience
from kommunalhub.notices import listing
from kommunalhub.notices import operations
from kommunalhub.notices.box import box_of
from kommunalhub.partners.substitution.interfaces import SubstitutionChanged
from kommunalhub.partners.substitution.rules import Substitution
from zope.event import notify
from zope.i18n import translate

import pytest


ABSENT, SUBSTITUTE = "malente-pruefung", "malente-mitarbeit"


def one(clock, **changes):
    given = {
        "absent": ABSENT,
        "substitute": SUBSTITUTE,
        "start": clock.now,
        "end": clock.now + timedelta(days=5),
        "id": 7,
    }
    return Substitution(**{**given, **changes})


def said(portal, userid):
    rows = listing.rows_of(portal, list(listing.shown_of(portal, userid)))
    return [translate(row["text"], target_language="de") for row in rows]


@pytest.mark.parametrize("what", ["named", "begun", "ended", "cancelled"])
def test_both_hear_of_it_but_not_who_did_it(mailing, letters, clock, what):
    notify(SubstitutionChanged(one(clock), what, ABSENT))
    assert box_of(mailing, ABSENT) is None
    [text] = said(mailing, SUBSTITUTE)
    assert "Petra Malente" in text
    assert text in letters()[SUBSTITUTE].text
    assert letters()[SUBSTITUTE].subject == "Vertretung: Petra Malente"
    notify(SubstitutionChanged(one(clock, id=8), what, None))
    [text] = said(mailing, ABSENT)
    assert "Mia Malente" in text
    assert operations.unread_count(mailing, SUBSTITUTE) == 2


def test_who_wants_no_mail_gets_none_of_these_either(mailing, letters, clock):
    operations.set_modes(mailing, SUBSTITUTE, {"mail": "off", "bell": "daily"})
    notify(SubstitutionChanged(one(clock), "named", ABSENT))
    assert letters() == {}
    assert operations.unread_count(mailing, SUBSTITUTE) == 1


def test_a_substitute_hears_of_the_cases(mailing, travel, monkeypatch):
    given = {"lensahn-pruefung": ("malente-pruefung",), SUBSTITUTE: ("malente-pruefung",)}
    monkeypatch.setattr(audience, "substitutes_of", lambda groups, case_type: given)
    travel(mailing, state="submitted")
    assert operations.unread_count(mailing, SUBSTITUTE) == 1
    # Whoever holds no right on the case is told nothing, whatever the list says.
    assert operations.unread_count(mailing, "lensahn-pruefung") == 0


def test_nobody_acts_for_who_must_not_decide(mailing, travel, monkeypatch):
    monkeypatch.setattr(
        audience, "substitutes_of", lambda groups, case_type: {SUBSTITUTE: ("malente-beides",)}
    )
    travel(mailing, by="malente-beides", state="submitted")
    assert operations.unread_count(mailing, SUBSTITUTE) == 0
