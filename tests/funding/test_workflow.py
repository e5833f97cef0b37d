"""The workflow definition, the process and the page the office signs say the same."""

from kommunalhub.funding.workflow import PROCESS
from pathlib import Path
from xml.etree import ElementTree

import pytest


ROOT = Path(__file__).parents[2]
XML = ROOT / "profiles/default/workflows/funding_consultation_workflow/definition.xml"
PAGE = ROOT / "docs/reference/funding.md"
#: Column of the page -> permissions that go together.
PERMISSIONS = {
    "read": ("View", "Access contents information", "List folder contents"),
    "change": ("Modify portal content",),
    "add files": ("Add portal content", "plone.app.contenttypes: Add File"),
    "delete": ("Delete objects",),
    "advise": ("kommunalhub: Advise",),
    "read advice": ("kommunalhub: View advice",),
    "go back": ("CMFEditions: Revert to previous versions",),
}


def definition():
    return ElementTree.parse(XML).getroot()


def table(first_column):
    """Return the page's table that begins with this column as {first cell: {column: cell}}."""
    lines = iter(PAGE.read_text(encoding="utf-8").splitlines())
    for line in lines:
        head = cells(line)
        if head[:1] == [first_column] and "German" not in head:
            break
    next(lines)
    rows = {}
    for line in lines:
        row = cells(line)
        if not row:
            return rows
        rows[row[0]] = dict(zip(head[1:], row[1:], strict=True))


def cells(line):
    return [cell.strip() for cell in line.strip().strip("|").split("|")] if line else []


def words(cell):
    return set() if cell == "–" else set(cell.split(", "))


def test_both_know_the_same_states_and_transitions():
    root = definition()
    assert [node.get("state_id") for node in root.iter("state")] == list(table("state"))
    assert [node.get("transition_id") for node in root.iter("transition")] == list(
        table("transition")
    )


@pytest.mark.parametrize("column", PERMISSIONS)
@pytest.mark.parametrize("state", table("state"))
def test_permissions_of_a_state(state, column):
    node = definition().find(f"state[@state_id='{state}']")
    for permission in PERMISSIONS[column]:
        given = node.find(f"permission-map[@name='{permission}']")
        assert given.get("acquired") == "False"
        roles = {role.text for role in given}
        assert roles == words(table("state")[state][column]), permission


def test_no_permission_is_managed_that_the_page_is_silent_about():
    managed = {node.text for node in definition().findall("permission")}
    assert managed == {name for names in PERMISSIONS.values() for name in names}


@pytest.mark.parametrize("transition", table("transition"))
def test_guards_and_targets_of_a_transition(transition):
    root, row = definition(), table("transition")[transition]
    node = root.find(f"transition[@transition_id='{transition}']")
    sources = {
        state.get("state_id")
        for state in root.iter("state")
        if state.find(f"exit-transition[@transition_id='{transition}']") is not None
    }
    assert sources == words(row["from"])
    assert node.get("new_state") == row["to"]
    assert {role.text for role in node.iter("guard-role")} == words(row["who"])
    assert node.find("guard/guard-expression").text == (
        f"python:object.restrictedTraverse('@@case-guard').allows('{transition}')"
    )


@pytest.mark.parametrize("transition", table("transition"))
def test_the_process_asks_what_the_page_says(transition):
    row, act = table("transition")[transition], PROCESS.act(transition)
    assert act.four_eyes == (row["four eyes"] == "yes")
    assert act.needs_reason == (row["reason"] == "yes")
    assert (act.condition is not None) == (row["needs"] != "–")


def test_zope_managers_do_not_bypass_the_guards():
    assert definition().get("manager_bypass") == "False"


def test_people_see_the_german_names_of_the_page():
    page = PAGE.read_text(encoding="utf-8")
    for node in definition().iter("state"):
        assert f"| {node.get('state_id')} | {node.get('title')} |" in page
    for node in definition().iter("transition"):
        assert f"| {node.get('transition_id')} | {node.get('title')} |" in page
