"""Entries in journals become notices and mails: in the same transaction, for the right people."""

from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.operations import decide
from kommunalhub.notices import box
from kommunalhub.notices import digest
from kommunalhub.notices import operations
from kommunalhub.notices import rules
from kommunalhub.notices.address import address_of
from kommunalhub.notices.box import box_of
from kommunalhub.notices.box import store_of
from kommunalhub.notices.jobs import DigestJob
from kommunalhub.notices.jobs import MailJob
from kommunalhub.security.address import RECORD
from plone import api

import pytest
import transaction


APPLICANT = "malente-redaktion"
REVIEWERS = {"malente-pruefung", "malente-pruefung2", "malente-beides"}


def told(portal, userid):
    """Return [(kind, reason)] of the notices of a person, newest first."""
    found = box_of(portal, userid)
    return [(n["kind"], n["reason"]) for _k, n in found.newest()] if found is not None else []


def forget(portal):
    """Begin with empty boxes and an empty outbox."""
    store = store_of(portal)
    if store is not None:
        store.__init__()
    transaction.get().set_data(operations.TOLD, {})


def everybody_told(portal):
    store = store_of(portal)
    return {name for name in store.people if told(portal, name)} if store is not None else set()


#: What entries do where a test does not care.
USUAL = {"question": "asked", "answer": "answers:1", "round": "opened", "vote": "approve"}


def note(case, kind, actor, **data):
    transaction.get().set_data(operations.TOLD, {})  # as in a request of its own
    IJournal(case).append(kind, actor, **{"action": USUAL.get(kind), **data})


def test_those_who_have_to_decide_hear_of_a_case(mailing, travel, letters):
    case = travel(mailing, state="submitted")
    assert everybody_told(mailing) == REVIEWERS
    assert told(mailing, "malente-pruefung") == [("transition", "awaits")]
    assert operations.unread_count(mailing, "malente-pruefung") == 1
    assert set(letters()) == REVIEWERS
    letter = letters()["malente-pruefung"]
    assert letter.recipient == "malente-pruefung@example.org"
    assert letter.subject == f"Wartet auf Sie: {case.case_number} Reise nach Kiel"
    assert "Guten Tag Petra Malente," in letter.text
    assert "Rolf Malente: „Einreichen“." in letter.text
    assert f"{case.absolute_url()}\n" in letter.text
    assert f"/{case.getId()}/@@mute-case" in letter.text
    assert '<html lang="de"' in letter.html
    assert f"{case.case_number} · Reise nach Kiel" in letter.html


def test_the_applicant_hears_of_the_decision(mailing, travel, acting, letters):
    case = travel(mailing, state="submitted")
    forget(mailing)
    with acting("malente-pruefung"):
        decide(case, "return", "Bitte das Ziel nennen.")
    assert told(mailing, APPLICANT) == [("transition", "awaits")]
    assert everybody_told(mailing) == {APPLICANT, "malente-beides"}  # an editor too
    assert "Bitte das Ziel nennen" not in letters()[APPLICANT].text


def test_who_is_kept_from_deciding_is_not_told_to_decide(mailing, travel):
    travel(mailing, by="malente-beides", state="submitted")
    assert everybody_told(mailing) == REVIEWERS - {"malente-beides"}


def test_nobody_hears_of_a_case_they_may_not_see(mailing, travel, acting):
    case = travel(mailing, state="submitted")
    note(case, "edited", "lensahn-pruefung")  # has acted before, and lost sight of it since
    forget(mailing)
    with acting("malente-pruefung"):
        decide(case, "approve")
    assert everybody_told(mailing) == {APPLICANT}


def test_internal_notes_never_reach_the_applicant(mailing, travel, letters):
    case = travel(mailing, state="submitted")
    forget(mailing)
    note(case, "note", "malente-pruefung2", comment="Unter uns gesagt")
    assert told(mailing, APPLICANT) == []
    assert everybody_told(mailing) == {"malente-pruefung", "malente-beides"}
    assert letters() == {}  # nobody has to act


def test_internal_notes_do_not_reach_the_side_of_the_applicant(mailing, travel):
    case = travel(mailing, state="submitted")
    note(case, "edited", "malente-mitarbeit")  # a colleague who may see the case and has helped
    forget(mailing)
    note(case, "note", "malente-pruefung2", comment="Unter uns gesagt")
    assert "malente-mitarbeit" not in everybody_told(mailing)
    note(case, "answer", APPLICANT)
    assert told(mailing, "malente-mitarbeit") == [("answer", "watching")]


def test_who_merely_sees_what_came_of_it_is_not_told_who_decided(mailing, travel):
    case = travel(mailing, state="submitted")
    note(case, "edited", "lensahn-pruefung")
    case.manage_permission("View", ["Authenticated"])
    case.manage_permission("Access contents information", ["Authenticated"])
    forget(mailing)
    note(case, "answer", APPLICANT)
    assert "lensahn-pruefung" not in everybody_told(mailing)


def test_a_question_waits_for_the_applicant(mailing, travel, letters):
    case = travel(mailing, state="submitted")
    forget(mailing)
    note(case, "question", "malente-pruefung", comment="Wie weit ist es?")
    assert told(mailing, APPLICANT) == [("question", "awaits")]
    assert set(letters()) == {APPLICANT}
    assert "Wie weit" not in letters()[APPLICANT].text


def test_outsiders_read_number_state_and_link_only(mailing, travel, acting, letters):
    api.user.create(username="startup", email="startup@example.org", password="Ein-langes-Wort-7")
    with api.env.adopt_roles(["Manager"]):
        case = travel(mailing, state="submitted", title="Geheimes Vorhaben")
        case.creators = ("startup",)
        case.changeOwnership(api.user.get("startup").getUser())
        case.manage_setLocalRoles("startup", ["Owner"])
        case.reindexObject()
    forget(mailing)
    with acting("malente-pruefung"):
        decide(case, "approve", "Weil es geht.")
    letter = letters()["startup"]
    assert letter.subject == f"{case.case_number}: Freigegeben"
    for text in (letter.subject, letter.text, letter.html):
        assert "Geheim" not in text
        assert "Petra" not in text
        assert "Weil es geht" not in text
    assert f"/malente/{case.getId()}" in letter.text


def test_who_acts_for_somebody_is_named_so(mailing, travel, letters):
    case = travel(mailing, state="submitted")
    forget(mailing)
    note(case, "answer", APPLICANT, on_behalf_of="malente-mitarbeit")
    assert "Rolf Malente i. V. für Mia Malente" in letters()["malente-pruefung"].text


def test_a_kind_of_another_release_tells_those_who_have_to_act(mailing, travel):
    case = travel(mailing, state="submitted")
    forget(mailing)
    entry = {**IJournal(case).last("transition"), "kind": "stamped", "actor": "system"}
    operations.tell_of(case, entry)
    assert everybody_told(mailing) == REVIEWERS


def test_overdue_is_never_silenced_for_the_group(mailing, travel, letters):
    case = travel(mailing, state="submitted")
    for name in ("malente-pruefung", "hubleitung"):
        operations.set_modes(mailing, name, {"mail": "off", "bell": "off"})
        operations.mute(mailing, name, case.UID())
    forgotten = {name: box_of(mailing, name).modes for name in ("malente-pruefung", "hubleitung")}
    note(case, "reminder", "system", action="after")
    assert told(mailing, "malente-pruefung")[0] == ("reminder", "overdue")
    assert "malente-pruefung" in letters()
    note(case, "reminder", "system", action="escalated")
    assert told(mailing, "hubleitung") == []
    assert forgotten["hubleitung"] == {"mail": "off", "bell": "off"}


def test_a_muted_case_is_quiet(mailing, travel, acting, letters):
    case = travel(mailing, state="submitted")
    forget(mailing)
    operations.mute(mailing, APPLICANT, case.UID())
    with acting("malente-pruefung"):
        decide(case, "approve")
    assert told(mailing, APPLICANT) == []
    assert letters() == {}
    operations.mute(mailing, APPLICANT, case.UID(), False)
    note(case, "answer", "malente-pruefung")
    assert told(mailing, APPLICANT) == [("answer", "awaits")]


def test_one_request_tells_each_person_once(mailing, travel, letters):
    case = travel(mailing, state="submitted")
    forget(mailing)
    for kind in ("vote", "round", "vote", "answer"):
        IJournal(case).append(kind, "malente-mitarbeit", action=USUAL[kind])
    assert told(mailing, "malente-pruefung") == [("round", "awaits"), ("vote", "watching")]
    assert set(letters()) == REVIEWERS | {APPLICANT}


def test_without_mail_settings_the_bell_still_rings(portal, travel):
    travel(portal, state="submitted")
    assert operations.unread_count(portal, "malente-pruefung") == 1
    assert len(store_of(portal).outbox.mails) == 0


def test_a_box_keeps_the_newest(mailing, travel, monkeypatch):
    monkeypatch.setattr(box, "CAP", 3)
    case = travel(mailing, state="submitted")
    for _time in range(5):
        note(case, "reminder", "system", action="before")
    kinds = told(mailing, "malente-pruefung")
    assert kinds == [("reminder", "awaits")] * 3
    assert operations.unread_count(mailing, "malente-pruefung") == 1  # news on one case


def test_reading(mailing, travel):
    case = travel(mailing, state="submitted")
    note(case, "reminder", "system", action="before")
    [newest, oldest] = [key for key, _n in box_of(mailing, "malente-pruefung").newest()]
    assert operations.mark_read(mailing, "malente-pruefung", [oldest, "gone"]) == 1
    assert operations.unread_count(mailing, "malente-pruefung") == 1
    assert operations.mark_read(mailing, "malente-pruefung", [oldest]) == 1
    assert operations.unread_count(mailing, "malente-pruefung") == 1
    assert operations.mark_read(mailing, "malente-pruefung") == 1
    assert operations.unread_count(mailing, "malente-pruefung") == 0
    assert newest > oldest


def test_reading_pages_writes_nothing(portal):
    assert operations.unread_count(portal, APPLICANT) == 0
    assert operations.preview(portal, APPLICANT)["mail"] == dict.fromkeys(rules.MODES, 0)
    assert store_of(portal) is None


def test_a_preview_counts_what_would_have_come(mailing, travel, acting):
    case = travel(mailing, state="submitted")
    with acting("malente-pruefung2"):
        decide(case, "return", "Bitte ergänzen.")
    note(case, "answer", APPLICANT)
    counts = operations.preview(mailing, "malente-pruefung")["mail"]
    assert counts == {"all": 1, "awaiting": 1, "daily": 1, "off": 0}
    note(case, "reminder", "system", action="after")
    counts = operations.preview(mailing, "malente-beides")["mail"]
    assert counts["off"] == 1


def test_unknown_modes_are_refused(portal):
    for modes in ({"mail": "loud"}, {"pigeon": "all"}):
        with pytest.raises(ValueError):
            operations.set_modes(portal, APPLICANT, modes)
    assert operations.preferences(portal, APPLICANT) == {
        **rules.DEFAULTS,
        rules.FINDS: rules.FINDS_DEFAULT,
    }


def test_a_daily_summary_comes_once_and_by_case(mailing, travel, acting, letters, clock):
    clock.set(clock.now.replace(2026, 11, 18, 14, 0, 0))  # a Wednesday
    operations.set_modes(mailing, "malente-pruefung", {"mail": "daily", "bell": "daily"})
    first = travel(mailing, state="submitted", title="Reise nach Kiel")
    second = travel(mailing, state="submitted", title="Reise nach Plön")
    clock.forward(hours=1)
    note(first, "reminder", "system", action="before")
    assert "malente-pruefung" not in letters()
    assert operations.unread_count(mailing, "malente-pruefung") == 0
    job = DigestJob()
    assert job.due(clock.now) == []
    clock.set(clock.now.replace(day=20, hour=10))  # the night to Thursday was missed
    assert job.due(clock.now) == ["malente-pruefung"]
    for _time in range(2):
        job.do("malente-pruefung", clock.now)
    letter = letters()["malente-pruefung"]
    assert letter.subject == "Ihr Tag: Neues zu 2 Vorgängen"
    assert letter.text.count(first.case_number) == letter.text.count(second.case_number) == 1
    assert "Die Frist läuft bald ab." in letter.text
    assert operations.unread_count(mailing, "malente-pruefung") == 2  # cases
    assert job.due(clock.now) == []


def test_a_summary_leaves_out_what_the_person_lost_sight_of(mailing, travel, letters, clock):
    clock.set(clock.now.replace(2026, 11, 18, 14, 0, 0))
    operations.set_modes(mailing, "malente-pruefung", {"mail": "daily"})
    travel(mailing, state="submitted")
    with api.env.adopt_roles(["Manager"]):
        api.group.remove_user(groupname="malente-reviewers", username="malente-pruefung")
    clock.forward(days=1)
    digest.make(mailing, "malente-pruefung", clock.now)
    assert "malente-pruefung" not in letters()


def test_the_mail_job_needs_settings_and_finds_what_waits(mailing, travel, clock):
    travel(mailing, state="submitted")
    job = MailJob()
    assert len(job.due(clock.now)) == 3
    api.portal.set_registry_record("plone.email_from_address", "")
    assert job.due(clock.now) == []


def test_people_who_leave_take_their_notices_along(mailing, travel, letters):
    travel(mailing, state="submitted")
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="malente-pruefung2")
    assert box_of(mailing, "malente-pruefung2") is None
    assert "malente-pruefung2" not in letters()


def test_redaction_reaches_notices_and_waiting_mails(mailing, travel, letters):
    case = travel(mailing, state="submitted")
    entry = IJournal(case).last("transition")
    operations.forget_entry(mailing, case.UID(), entry["seq"])
    [(_key, notice)] = box_of(mailing, "malente-pruefung").newest()
    assert notice["actor"] == ""
    assert letters() == {}


def test_the_address_in_links(mailing, travel, letters, monkeypatch):
    api.portal.set_registry_record(RECORD, "https://hub.example.org/")
    assert address_of(mailing) == "https://hub.example.org"
    case = travel(mailing, state="submitted")
    text = letters()["malente-pruefung"].text
    assert f"https://hub.example.org/malente/{case.getId()}\n" in text
    assert "nohost" not in text
