"""What differs for people, whatever a form sends."""

from decimal import Decimal
from kommunalhub.approvals.case.changes import differing
from kommunalhub.approvals.case.changes import is_empty
from kommunalhub.approvals.case.changes import same
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedFile

import pytest
import transaction


def rich(raw, kind="text/html"):
    return RichTextValue(raw, kind, "text/x-html-safe")


def file(data=b"%PDF", name="a.pdf"):
    return NamedFile(data=data, filename=name)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (None, "", True),
        (None, "  ", True),
        (None, set(), True),
        (None, rich(""), True),
        (None, file(b"", ""), True),
        (None, False, False),
        (None, Decimal(0), False),
        (rich("<p>Ein Satz</p>"), rich("<p>Ein\r\n Satz</p>", "text/plain"), True),
        (rich("<p>Ein Satz</p>"), rich("<p>Kein Satz</p>"), False),
        (file(), file(), True),
        (file(), file(b"%PDG"), False),
        (file(), file(name="b.pdf"), False),
        ({"a", "b"}, {"b", "a"}, True),
        ("a", "b", False),
    ],
)
def test_same(one, other, expected):
    assert same(one, other) is expected
    assert same(other, one) is expected


def test_nothing_is_empty_and_no_is_an_answer():
    assert is_empty(None) and is_empty(rich(" \n"))
    assert not is_empty(False) and not is_empty(0)


def test_of_something_new_every_name_stays(integration):
    class New:
        _p_jar = None
        title = "Neu"

    assert differing(New(), ["title", "text"]) == ["title", "text"]


def test_a_savepoint_hides_no_change(functional):
    """REST makes one, and so does everything that asks for relations."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    page = api.content.create(portal, "Document", "seite", title="Alt", description="Bleibt")
    transaction.commit()
    page.title = "Neu"
    transaction.savepoint(optimistic=True)
    page.description = "Bleibt"
    assert differing(page, ["title", "description"]) == ["title"]
    transaction.savepoint(optimistic=True)
    page.description = "Geht"
    assert differing(page, ["title", "description"]) == ["title", "description"]
