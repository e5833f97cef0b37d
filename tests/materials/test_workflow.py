"""The workflow definition, the process and the page the office signs say the same."""

from kommunalhub.approvals import workflows
from kommunalhub.materials.workflow import PROCESS
from pathlib import Path
from xml.etree import ElementTree
from zope.i18n import translate

import pytest


ROOT = Path(__file__).parents[2]
XML = ROOT / "profiles/default/workflows/workshop_material_workflow/definition.xml"
PAGE = ROOT / "docs/reference/materials.md"
TYPE = "WorkshopMaterial"
#: Column of the page -> permissions that go together.
PERMISSIONS = {
    "read": ("View", "Access contents information"),
    "change": ("Modify portal content",),
    "delete": ("Delete objects",),
    "start a revision": ("iterate : Check out content",),
    "check in by hand": ("iterate : Check in content",),
    "go back": ("CMFEditions: Revert to previous versions",),
}


def definition():
    return ElementTree.parse(XML).getroot()


def cells(line):
    return [cell.strip() for cell in line.strip().strip("|").split("|")] if line else []


def rows_below(head):
    """Return the rows of the page's table with exactly these first columns."""
    lines = iter(PAGE.read_text(encoding="utf-8").splitlines())
    columns = next(cells(line) for line in lines if cells(line)[: len(head)] == head)
    next(lines)
    rows = []
    for line in lines:
        if not line:
            return [dict(zip(columns, row, strict=True)) for row in rows]
        rows.append(cells(line))
    raise AssertionError("the table does not end")


def words(cell):
    return set() if cell == "–" else set(cell.split(", "))


STATES = {row["state"]: row for row in rows_below(["state", "read"])}
TRANSITIONS = {row["transition"]: row for row in rows_below(["transition", "from"])}
NAMES = rows_below(["state", "German", "transition"])


def test_both_know_the_same_states_and_transitions():
    root = definition()
    assert [node.get("state_id") for node in root.iter("state")] == list(STATES)
    assert [node.get("transition_id") for node in root.iter("transition")] == list(TRANSITIONS)


@pytest.mark.parametrize("column", PERMISSIONS)
@pytest.mark.parametrize("state", STATES)
def test_permissions_of_a_state(state, column):
    node = definition().find(f"state[@state_id='{state}']")
    for permission in PERMISSIONS[column]:
        given = node.find(f"permission-map[@name='{permission}']")
        assert given.get("acquired") == "False"
        assert {role.text for role in given} == words(STATES[state][column]), permission


def test_no_permission_is_managed_that_the_page_is_silent_about():
    managed = {node.text for node in definition().findall("permission")}
    assert managed == {name for names in PERMISSIONS.values() for name in names}


@pytest.mark.parametrize("transition", TRANSITIONS)
def test_guards_and_targets_of_a_transition(transition):
    root, row = definition(), TRANSITIONS[transition]
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


@pytest.mark.parametrize("transition", TRANSITIONS)
def test_the_process_asks_what_the_page_says(transition):
    row, act = TRANSITIONS[transition], PROCESS.act(transition)
    assert act.four_eyes == (row["four eyes"] == "yes")
    assert act.needs_reason == (row["reason"] == "yes")
    assert (act.condition is not None) == (row["needs"] != "–")


def test_the_process_knows_no_step_that_the_workflow_does_not():
    assert set(PROCESS.acts) == set(TRANSITIONS)
    assert set(PROCESS.steps) <= set(STATES)
    assert set(PROCESS.milestones) <= set(STATES)


def test_zope_managers_do_not_bypass_the_guards():
    assert definition().get("manager_bypass") == "False"


def test_people_see_the_german_names_of_the_page(portal):
    def german(message):
        return translate(message, target_language="de")

    states = {name: german(workflows.state_title(TYPE, name)) for name in STATES}
    steps = {name: german(workflows.transition_title(TYPE, name)) for name in TRANSITIONS}
    columns = [list(cell) for cell in zip(*(row for row in read_names()), strict=True)]
    assert dict(zip(columns[0], columns[1], strict=True)) == states
    named = dict(zip(columns[2], columns[3], strict=True))
    named.pop("", None)
    assert named == steps


def read_names():
    """Return the rows of the table of names; its two columns „German“ are apart here."""
    text = PAGE.read_text(encoding="utf-8").split("| state | German |", 1)[1]
    return [cells(line) for line in text.splitlines()[2 : 2 + len(NAMES)]]
