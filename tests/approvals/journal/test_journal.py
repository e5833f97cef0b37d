"""The journal: append-only, chained, sealed; a copy starts anew; no entry is lost."""

from AccessControl.security import newInteraction
from datetime import UTC
from kommunalhub.approvals import operations
from kommunalhub.approvals.browser.story import story_of
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import storage as journal
from kommunalhub.core import formatting
from moments import WEDNESDAY
from plone import api
from ZODB.DemoStorage import DemoStorage
from ZODB.FileStorage import FileStorage
from ZODB.POSException import ConflictError
from zope.annotation.attribute import AttributeAnnotations
from zope.annotation.interfaces import IAnnotations

import hashlib
import json
import persistent
import pytest
import transaction
import ZODB


class Case(persistent.Persistent):
    """As much of a case as the journal needs."""


@pytest.fixture
def case(portal, travel):
    return travel(portal, state="submitted")


def rows_of(case):
    return IAnnotations(case)[journal.KEY].rows


def test_entries_are_chained_by_hashes_anybody_can_compute(case):
    chained, _sealed, own_hash = rows_of(case)[2]
    assert hashlib.sha256(chained.encode()).hexdigest() == own_hash
    assert json.loads(chained)["previous"] == rows_of(case)[1][2]
    assert [entry["seq"] for entry in IJournal(case)] == [1, 2]
    assert IJournal(case).verify() is None


def test_an_entry_says_when_in_utc(case, monkeypatch):
    moment = WEDNESDAY.astimezone(UTC)
    monkeypatch.setattr(formatting, "now", lambda: moment)
    IJournal(case).append("note", "somebody", comment="Später")
    entry = list(IJournal(case))[-1]
    assert entry["when"] == moment.isoformat()
    assert entry["when"].endswith("+00:00")
    assert (entry["actor"], entry["comment"], entry["on_behalf_of"]) == (
        "somebody",
        "Später",
        None,
    )


@pytest.mark.parametrize("part", [0, 1, 2])
@pytest.mark.parametrize("seq", [1, 2])
def test_any_change_after_the_fact_shows(case, seq, part):
    row = list(rows_of(case)[seq])
    row[part] = row[part].replace("malente", "lensahn").replace("submit", "approve")
    if part == 2 or row[part] == rows_of(case)[seq][part]:
        row[part] = row[part][:-2] + ("00" if part == 2 else " }")
    rows_of(case)[seq] = tuple(row)
    assert IJournal(case).verify() == seq


def test_a_missing_and_a_smuggled_entry_show(case):
    entries = IAnnotations(case)[journal.KEY]
    removed = entries.rows.pop(1)
    assert IJournal(case).verify() == 1
    entries.rows[1] = removed
    entries.rows[3] = entries.rows[2]
    assert IJournal(case).verify() == 3
    del entries.rows[3], entries.rows[2]
    assert IJournal(case).verify() == 2


def test_a_chain_does_not_fit_another_case(portal, travel, case):
    other = travel(portal, state="submitted")
    IAnnotations(other)[journal.KEY] = IAnnotations(case)[journal.KEY]
    assert IJournal(other).verify() == 1


def test_only_known_kinds_and_facts_are_written(case):
    with pytest.raises(ValueError, match="surprise"):
        IJournal(case).append("note", "somebody", surprise="!")
    with pytest.raises(ValueError, match="gossip"):
        IJournal(case).append("gossip", "somebody")
    assert len(IJournal(case)) == 2


def test_it_has_no_way_to_change_or_remove_and_no_address(portal, case):
    assert {name for name in vars(journal.Journal) if not name.startswith("_")} == {
        "append",
        "head",
        "inspect",
        "last",
        "verify",
    }
    with api.env.adopt_roles(["Manager"]):
        for path in ("__annotations__", journal.KEY, f"__annotations__/{journal.KEY}"):
            with pytest.raises((KeyError, AttributeError, Exception)):
                case.restrictedTraverse(path)


def test_a_copy_is_a_new_case_of_who_copies(portal, case, acting):
    with acting("hubleitung"), api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(case, portal.malente)
    assert copy.case_number != case.case_number
    assert [entry["kind"] for entry in IJournal(copy)] == ["created"]
    assert IJournal(copy).verify() is None
    assert api.content.get_state(copy) == "draft"
    assert copy.Creator() == copy.last_editor != "malente-redaktion"
    assert len(IJournal(case)) == 2


def test_an_edit_names_the_fields_and_who(case, acting):
    from plone.app.dexterity.behaviors.metadata import IBasic
    from zope.event import notify
    from zope.lifecycleevent import Attributes
    from zope.lifecycleevent import ObjectModifiedEvent

    with acting("malente-beides"):
        notify(ObjectModifiedEvent(case, Attributes(IBasic, "IBasic.title")))
    entry = list(IJournal(case))[-1]
    assert (entry["kind"], entry["actor"], entry["fields"]) == (
        "edited",
        "malente-beides",
        ["title"],
    )
    assert case.last_editor == "malente-beides"
    assert operations.seen_mark(case) == "submitted@3"


@pytest.fixture(params=["file", "demo"])
def two_connections(request, tmp_path, integration):
    """Two connections to one database, each with its own transaction manager."""
    storage = FileStorage(str(tmp_path / "Data.fs"))
    if request.param == "demo":
        storage = DemoStorage(base=storage)
    db = ZODB.DB(storage)
    with db.transaction() as connection:
        connection.root()["case"] = Case()
        notes = journal.Journal(connection.root()["case"])
        notes.append("created", "anna")
    managers = [transaction.TransactionManager() for _ in range(2)]
    yield [(manager, db.open(manager)) for manager in managers]
    for manager in managers:
        manager.abort()
    db.close()


@pytest.fixture(autouse=True)
def plain_annotations(monkeypatch):
    """The bare case of the two-connection tests has no adapters of a site."""
    original = journal.IAnnotations

    def annotations(context):
        return AttributeAnnotations(context) if isinstance(context, Case) else original(context)

    monkeypatch.setattr(journal, "IAnnotations", annotations)


def test_two_appends_at_once_keep_both_entries(two_connections):
    (first, here), (second, there) = two_connections
    journal.Journal(here.root()["case"]).append("note", "bernd")
    journal.Journal(there.root()["case"]).append("note", "clara")
    first.commit()
    with pytest.raises(ConflictError):
        second.commit()
    second.abort()  # what the publisher does: once more on what is there now
    journal.Journal(there.root()["case"]).append("note", "clara")
    second.commit()
    first.begin()
    notes = journal.Journal(here.root()["case"])
    assert [entry["actor"] for entry in notes] == ["anna", "bernd", "clara"]
    assert notes.verify() is None


def test_people_are_called_as_they_were_called_then(portal, case):
    person = api.user.get(userid="malente-redaktion")
    before = person.getProperty("fullname")
    person.setMemberProperties({"fullname": "Nina Neuname"})
    IJournal(case).append("note", "malente-redaktion", comment="Später")
    newInteraction()
    with api.env.adopt_user(username="malente-pruefung"):
        assert [part["who"] for part in story_of(case, list(IJournal(case)))][:2] == [
            "Nina Neuname",
            before,
        ]
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="malente-redaktion")
    (_created, submitted, _noted) = IJournal(case)
    assert operations.name_in(submitted) == before
