"""Saved searches: what counts as new, for whom, and what is kept."""

from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.lib.filetext import limits
from kommunalhub.lib.filetext.parts import Part
from kommunalhub.lib.workdays import add_workdays
from kommunalhub.notices import listing
from kommunalhub.notices import operations as notices
from kommunalhub.notices.box import store_of
from kommunalhub.notices.delivery import look_again
from kommunalhub.search.interfaces import INDEX
from kommunalhub.search.reading import state
from kommunalhub.search.saved import operations
from kommunalhub.search.saved import rules
from kommunalhub.search.saved.storage import searches_of
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.i18n import translate

import pytest


FILLER = "Die Verwaltung hält die Unterlagen bereit und gibt sie auf Wunsch weiter. " * 20


def save(hub, portal, who, text="Vergabe", chosen=None, **more):
    with hub.As(who):
        return operations.save(portal, who, text, chosen or {}, **more)


def tick(clock):
    """Let the job look, a quarter of an hour later; return for whom it did."""
    clock.forward(minutes=15)
    job = getUtility(IJob, "saved-searches")
    keys = list(job.due(clock.now))
    for key in keys:
        job.do(key, clock.now)
    return keys


def letters(portal):
    """Return the letters about new hits that wait."""
    store = store_of(portal)
    mails = store.outbox.mails.values() if store is not None else ()
    return [mail.letter for mail in mails if mail.letter.finds]


def wants(portal, who, mode):
    notices.set_modes(portal, who, {"finds": mode})


def told(hub, portal, who):
    with hub.As(who):
        rows = listing.rows_of(portal, list(listing.shown_of(portal, who)))
    rows = [row for row in rows if row["kind"] == "finds"]
    return [translate(row["text"], target_language="de") for row in rows]


@pytest.fixture
def released(hub, portal):
    """Return a function that releases a new material of Malente for everybody who works here."""

    def released(state="internal", **fields):
        return hub.bring_to(hub.add_material(portal, **fields), state)

    return released


def test_what_was_found_before_is_not_new(hub, mailing, clock, released):
    released()
    saved = save(hub, mailing, "lena")
    assert len(saved.told) == 1
    tick(clock)
    assert saved.new == ()
    assert letters(mailing) == []


def test_a_new_hit_rings_and_is_mailed_once(hub, mailing, clock, released):
    saved = save(hub, mailing, "lena", title="Alles zur Vergabe")
    wants(mailing, "lena", "all")
    material = released(title="Vergabe leicht gemacht")
    assert tick(clock) == ["lena"]
    assert saved.new == (material.UID(),)
    [letter] = letters(mailing)
    assert letter.subject == "Neue Treffer: Alles zur Vergabe"
    for text in (letter.text, letter.html):
        assert "Vergabe leicht gemacht" in text
        assert "@@saved-searches" in text
        assert "@@search?q=Vergabe" in text
    assert told(hub, mailing, "lena") == ["Ein neuer Treffer für „Alles zur Vergabe“."]
    material.reindexObject()
    assert tick(clock) == ["lena"]
    assert len(letters(mailing)) == 1


def read(material, *texts):
    """Let the file of a material say something, a page each."""
    kept = state.Kept()
    kept.outcome, kept.unit, kept.kind = limits.OK, "page", "pdf"
    kept.texts = state.Texts()
    parts = [Part("page", number, "", f"{text} {FILLER}") for number, text in enumerate(texts, 1)]
    kept.texts.parts = tuple(part.as_stored() for part in parts)
    IAnnotations(material)[state.KEY] = kept
    material.reindexObject(idxs=[INDEX, "SearchableText", "file_unit"])


def test_the_mail_names_the_pages_that_a_new_version_brings(hub, mailing, clock, released):
    said = "Der Vergabevermerk liegt mit dem Zuschlag vor."
    material = released(title="Handbuch")
    read(material, "Der Bedarf wird gemeldet.", said)
    save(hub, mailing, "lena", "Vergabevermerk")
    wants(mailing, "lena", "all")
    read(material, "Neu davor.", "Der Bedarf wird gemeldet.", said)
    tick(clock)
    assert letters(mailing) == []
    other = "Ein Vergabevermerk gehört zu jedem Los."
    third = "Den Vergabevermerk prüft die Leitung."
    read(material, "Neu davor.", other, said, "Der Zuschlag geht hinaus.", third)
    tick(clock)
    [letter] = letters(mailing)
    assert "– Handbuch: Seite 2, 5\n" in letter.text


def test_the_mail_names_the_pages_of_a_file_that_is_new(hub, mailing, clock, released):
    save(hub, mailing, "lena", "Vergabevermerk")
    wants(mailing, "lena", "daily")
    save(hub, mailing, "gast", "Vergabevermerk")
    wants(mailing, "gast", "all")
    material = released("public", title="Handbuch")
    read(material, "Der Bedarf wird gemeldet.", "Der Vergabevermerk liegt mit dem Zuschlag vor.")
    tick(clock)
    [outside] = letters(mailing)
    assert "Seite" not in outside.text
    clock.set(datetime.combine(add_workdays(clock.now.date(), 5), time(12), UTC))
    digest = getUtility(IJob, "digest")
    for key in digest.due(clock.now):
        digest.do(key, clock.now)
    _outside, letter = letters(mailing)
    assert "– Handbuch: Seite 2\n" in letter.text


def test_nothing_is_asked_while_the_catalog_stays_as_it_is(hub, mailing, clock, released):
    save(hub, mailing, "lena")
    released()
    assert tick(clock) == ["lena"]
    assert tick(clock) == []


@pytest.mark.parametrize("state", ["draft", "pending", "returned"])
def test_what_a_person_may_not_see_is_never_told(hub, mailing, clock, released, state):
    for who in ("lena", "gast"):
        save(hub, mailing, who)
        wants(mailing, who, "all")
    released(state)
    tick(clock)
    assert letters(mailing) == []
    for who in ("lena", "gast"):
        [saved] = searches_of(mailing, who)
        assert (saved.new, saved.told) == ((), ())
        assert told(hub, mailing, who) == []


def test_people_outside_hear_of_public_things_without_their_titles(hub, mailing, clock, released):
    save(hub, mailing, "gast")
    wants(mailing, "gast", "all")
    released("internal", title="Vergabe intern")
    tick(clock)
    assert letters(mailing) == []
    released("public", title="Vergabe für alle")
    tick(clock)
    [letter] = letters(mailing)
    assert "Ein neuer Treffer" in letter.text
    assert "für alle" not in letter.text


def test_own_work_is_no_news(hub, mailing, clock, released):
    save(hub, mailing, "anna")
    released()
    tick(clock)
    assert told(hub, mailing, "anna") == []


def test_hits_that_went_out_of_sight_are_dropped_when_the_mail_leaves(
    hub, mailing, clock, released
):
    saved = save(hub, mailing, "lena")
    wants(mailing, "lena", "all")
    first, second = released(title="Vergabe eins"), released(title="Vergabe zwei")
    tick(clock)
    outbox = store_of(mailing).outbox
    [mail_id] = [key for key, mail in outbox.mails.items() if mail.letter.finds]
    assert "Vergabe eins" in outbox.mails[mail_id].letter.text
    hub.step(first, "rita", "archive")
    look_again(outbox, mail_id)
    letter = outbox.mails[mail_id].letter
    assert "Vergabe eins" not in letter.text + letter.html
    assert "Ein neuer Treffer" in letter.text
    with hub.As("lena"):
        assert operations.new_counts([saved]) == {saved.id: 1}
    assert told(hub, mailing, "lena") == ["Ein neuer Treffer für „Vergabe“."]
    hub.step(second, "rita", "archive")
    look_again(outbox, mail_id)
    assert mail_id not in outbox.mails
    assert told(hub, mailing, "lena") == ["Was gefunden wurde, ist nicht mehr zu lesen."]


def test_the_daily_mail_comes_once_with_all_searches(hub, mailing, clock, released):
    save(hub, mailing, "lena")
    save(hub, mailing, "lena", "Schritt")
    released()
    tick(clock)
    assert letters(mailing) == []
    assert told(hub, mailing, "lena") == []
    # the daily mail goes out on working days
    clock.set(datetime.combine(add_workdays(clock.now.date(), 5), time(12), UTC))
    digest = getUtility(IJob, "digest")
    for key in digest.due(clock.now):
        digest.do(key, clock.now)
    [letter] = letters(mailing)
    assert letter.subject == "Neue Treffer für 2 gespeicherte Suchen"
    assert len(told(hub, mailing, "lena")) == 2


@pytest.mark.parametrize(("mode", "bell"), [("bell", 1), ("off", 0)])
def test_who_wants_no_mail_gets_none(hub, mailing, clock, released, mode, bell):
    save(hub, mailing, "lena")
    wants(mailing, "lena", mode)
    released()
    tick(clock)
    assert letters(mailing) == []
    assert len(told(hub, mailing, "lena")) == bell
    assert notices.preview(mailing, "lena")["finds"] == {"all": 1, "daily": 1, "bell": 1, "off": 0}


def test_a_paused_search_is_silent_and_begins_anew(hub, mailing, clock, released):
    saved = save(hub, mailing, "lena")
    wants(mailing, "lena", "all")
    operations.pause(saved, True)
    released()
    tick(clock)
    with hub.As("lena"):
        operations.pause(saved, False)
    tick(clock)
    assert (letters(mailing), saved.new) == ([], ())
    released(title="Vergabe neu")
    tick(clock)
    assert len(letters(mailing)) == 1


def test_a_search_is_kept_once_and_not_too_many(hub, portal, monkeypatch):
    monkeypatch.setattr(rules, "MOST_SAVED", 2)
    first = save(hub, portal, "lena")
    assert save(hub, portal, "lena", " Vergabe ") is first
    save(hub, portal, "lena", "", {"art": ["WorkshopMaterial"]})
    with pytest.raises(operations.NotSaved) as refused:
        save(hub, portal, "lena", "Haushalt")
    assert refused.value.field == "q"
    assert [s.title for s in searches_of(portal, "lena")] == ["Schulungsunterlage", "Vergabe"]
    assert searches_of(portal, "anna") == []


@pytest.mark.parametrize(
    ("text", "chosen", "sort", "field"),
    [
        ("", {}, "", "q"),
        ("x" * 3000, {}, "", "q"),
        ("x", {"farbe": ["rot"]}, "", "farbe"),
        ("x", {}, "quer", "sort"),
    ],
)
def test_nonsense_is_refused_at_its_field(hub, portal, text, chosen, sort, field):
    with pytest.raises(operations.NotSaved) as refused:
        save(hub, portal, "lena", text, chosen, sort=sort)
    assert refused.value.field == field


def test_a_person_who_leaves_takes_all_along(hub, mailing, clock, released):
    save(hub, mailing, "lena")
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="lena")
    assert searches_of(mailing, "lena") == []
    released()
    assert tick(clock) == []


def test_of_many_hits_only_what_changed_since_is_new(clock):
    found = [("new", clock.now), ("old", clock.now - timedelta(days=9))]
    since = clock.now - timedelta(days=1)
    assert rules.new_hits(found, 900, set(), since) == ["new"]
    assert rules.new_hits(found, 2, set(), since) == ["new", "old"]
