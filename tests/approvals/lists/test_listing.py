"""Lists are made from the catalog: no case is woken, whatever the list is long."""

from kommunalhub.approvals.browser.inbox import Inbox
from kommunalhub.approvals.lists import queries
from kommunalhub.approvals.lists.queries import inbox_brains
from kommunalhub.approvals.lists.queries import submitted_brains
from kommunalhub.approvals.lists.rows import Rows
from plone.dexterity.content import Container
from Products.CMFCore.indexing import processQueue

import pytest
import transaction


@pytest.fixture
def many(portal, travel):
    """Two hundred submitted cases, out of the cache."""
    for number in range(200):
        travel(portal, state="submitted", title=f"Reise {number}")
    processQueue()
    transaction.savepoint()
    portal._p_jar.cacheMinimize()
    return portal


@pytest.fixture
def woken(monkeypatch):
    """The paths of travel requests that were loaded from the database."""
    loaded = []
    original = Container.__setstate__

    def setstate(self, state):
        if state.get("portal_type") == "TravelRequest":
            loaded.append(state["id"])
        return original(self, state)

    monkeypatch.setattr(Container, "__setstate__", setstate)
    return loaded


def test_a_list_of_two_hundred_wakes_nobody(many, acting, woken):
    with acting("malente-pruefung"):
        make = Rows()
        rows = [make(brain) for brain in inbox_brains()]
        assert queries.inbox_count() == 200
    assert len(rows) == 200
    assert all(row["acts"] and row["due"] for row in rows)
    assert [act["id"] for act in rows[0]["acts"] if act["allowed"]] == [
        "approve",
        "return",
        "reject",
    ]
    assert woken == []
    with acting("malente-pruefung"):
        inbox_brains()[0].getObject().Title()
    assert len(woken) == 1  # the counter does count


def test_a_row_tells_what_a_list_shows(portal, travel, acting):
    case = travel(portal, state="submitted")
    with acting("malente-pruefung"):
        [row] = [Rows()(brain) for brain in inbox_brains()]
    assert row["uid"] == case.UID()
    assert row["url"] == case.absolute_url()
    assert row["number"] == case.case_number
    assert (row["type"], row["type_title"]) == ("TravelRequest", "Dienstreise")
    assert (row["state"], str(row["state_title"])) == ("submitted", "Zur Freigabe")
    assert (row["partner"], row["partner_title"]) == ("malente", "Malente")
    assert row["due"]["iso"] == case.due.isoformat()
    assert row["overdue"] is False


def test_filters(portal, travel, acting):
    case = travel(portal, state="submitted")
    with acting("malente-pruefung"):
        assert len(inbox_brains(portal_type="TravelRequest", partner="malente")) == 1
        assert len(inbox_brains(portal_type="Document")) == 0
        assert len(inbox_brains(partner="lensahn")) == 0
        assert len(inbox_brains(overdue=True)) == 0
        case.due = case.due.replace(year=2020)
        case.reindexObject(idxs=["due"])
        assert len(inbox_brains(overdue=True)) == 1
    with acting("malente-redaktion"):
        assert [brain.UID for brain in submitted_brains()] == [case.UID()]
        assert len(submitted_brains(state="draft")) == 0
    with acting("malente-beides"):
        assert len(submitted_brains()) == 0


@pytest.mark.parametrize(
    ("start", "numbers"),
    [("0", [1, 2, 3, 101]), ("1000", [1, 49, 50, 51, 52, 53, 101]), ("2000", [1, 99, 100, 101])],
)
def test_a_long_list_leads_to_few_pages(portal, acting, start, numbers):
    portal.REQUEST.form["b_start"] = start
    view = Inbox(portal, portal.REQUEST)
    view.brains = range(2012)
    pages = [page for page in view.batch.pages() if page]  # None stands for a gap
    assert [page["number"] for page in pages] == numbers
    (current,) = [page for page in pages if page["current"]]
    assert current["number"] == int(start) // 20 + 1
    assert current["url"].endswith(f"b_start={start}" if start != "0" else "@@inbox")
