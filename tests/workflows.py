"""A workflow, its process and the page that the office signs say the same: tests to subclass.

    class TestWorkflow(SignedWorkflow):
        type = "WorkshopMaterial"
        workflow = "workshop_material_workflow"
        page = "materials.md"
        process = PROCESS
        permissions = {"read": ("View",), ...}

The page has three tables: of states (state, read, …), of transitions (transition, from, to, who,
four eyes, reason, needs) and of names (state, German, transition, German). „–“ stands for nothing.
"""

from functools import cached_property
from kommunalhub.approvals import workflows
from pathlib import Path
from xml.etree import ElementTree
from zope.i18n import translate


ROOT = Path(__file__).parents[1]


class SignedWorkflow:
    """What is asked of the workflow of one type.

    type: of its cases. workflow: folder of its definition. page: in docs/reference. process: of the
    type. permissions: {column of the table of states: permissions that go together}.
    """

    type = workflow = page = ""
    process = None
    permissions = {}

    def pytest_generate_tests(self, metafunc):
        """Ask for each state, column and transition by itself."""
        rows = {
            "state": self.states,
            "column": self.permissions,
            "transition": self.transitions,
        }
        for name in rows:  # in one order, whatever process collects
            if name in metafunc.fixturenames:
                metafunc.parametrize(name, list(rows[name]))

    @cached_property
    def definition(self):
        folder = ROOT / "profiles/default/workflows" / self.workflow
        return ElementTree.parse(folder / "definition.xml").getroot()

    @cached_property
    def tables(self):
        """The tables of the page: lists of rows, the first of which is the head."""
        text = (ROOT / "docs/reference" / self.page).read_text(encoding="utf-8")
        blocks = (block.splitlines() for block in text.split("\n\n"))
        tables = [[cells(line) for line in block] for block in blocks if is_table(block)]
        return [[head, *rows] for head, _line, *rows in tables]

    def table(self, *first_columns):
        """Return {first cell: {column: cell}} of the table that begins with these columns."""
        for head, *rows in self.tables:
            if head[: len(first_columns)] == list(first_columns):
                return {row[0]: dict(zip(head, row, strict=True)) for row in rows}
        raise AssertionError(f"no table of {first_columns} in {self.page}")

    @property
    def states(self):
        return self.table("state", "read")

    @property
    def transitions(self):
        return self.table("transition", "from")

    @property
    def names(self):
        """Return {(id of a state or transition, its German name)} of the page."""
        for head, *rows in self.tables:
            if head == ["state", "German", "transition", "German"]:
                pairs = {pair for a, b, c, d in rows for pair in ((a, b), (c, d))}
                return pairs - {("", "")}
        raise AssertionError(f"no table of names in {self.page}")

    def test_both_know_the_same_states_and_transitions(self):
        root = self.definition
        assert [node.get("state_id") for node in root.iter("state")] == list(self.states)
        known = [node.get("transition_id") for node in root.iter("transition")]
        assert known == list(self.transitions)

    def test_permissions_of_a_state(self, state, column):
        node = self.definition.find(f"state[@state_id='{state}']")
        for permission in self.permissions[column]:
            given = node.find(f"permission-map[@name='{permission}']")
            assert given.get("acquired") == "False"
            roles = {role.text for role in given}
            assert roles == listed(self.states[state][column]), permission

    def test_no_permission_is_managed_that_the_page_is_silent_about(self):
        managed = {node.text for node in self.definition.findall("permission")}
        assert managed == {name for names in self.permissions.values() for name in names}

    def test_guards_and_targets_of_a_transition(self, transition):
        root, row = self.definition, self.transitions[transition]
        node = root.find(f"transition[@transition_id='{transition}']")
        sources = {
            state.get("state_id")
            for state in root.iter("state")
            if state.find(f"exit-transition[@transition_id='{transition}']") is not None
        }
        assert sources == listed(row["from"])
        assert node.get("new_state") == row["to"]
        assert {role.text for role in node.iter("guard-role")} == listed(row["who"])
        assert node.find("guard/guard-expression").text == (
            f"python:object.restrictedTraverse('@@case-guard').allows('{transition}')"
        )

    def test_the_process_asks_what_the_page_says(self, transition):
        row, act = self.transitions[transition], self.process.act(transition)
        assert act.four_eyes == (row["four eyes"] == "yes")
        assert act.needs_reason == (row["reason"] == "yes")
        assert (act.condition is not None) == (row["needs"] != "–")

    def test_the_process_knows_no_step_that_the_workflow_does_not(self):
        assert set(self.process.acts) == set(self.transitions)
        assert set(self.process.steps) <= set(self.states)
        assert set(self.process.milestones) <= set(self.states)

    def test_zope_managers_do_not_bypass_the_guards(self):
        assert self.definition.get("manager_bypass") == "False"

    def test_people_see_the_german_names_of_the_page(self, portal):
        titles = [(name, workflows.state_title(self.type, name)) for name in self.states]
        titles += [(name, workflows.transition_title(self.type, name)) for name in self.transitions]
        seen = {(name, translate(title, target_language="de")) for name, title in titles}
        assert seen == self.names


def is_table(lines):
    return len(lines) > 2 and all(line.startswith("|") for line in lines)


def cells(line):
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]


def listed(cell):
    """Return the words of a cell as a set."""
    return set() if cell == "–" else set(cell.split(", "))
