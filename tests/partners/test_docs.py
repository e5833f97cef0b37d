"""The tables of docs/reference/roles.md say what rules.py does."""

from kommunalhub.partners import rules
from pathlib import Path

import re


ROLES = Path(__file__).parent.parent.parent / "docs" / "reference" / "roles.md"


def table_below(heading):
    """Return the first two columns of the first table below a heading, without its head."""
    section = ROLES.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [row.strip("|").split("|") for row in section.splitlines() if row.startswith("|")]
    return {first.strip(" `"): second.strip() for first, second, *_rest in rows[2:]}


def test_roles_held_everywhere():
    told = table_below("Groups and what they hold everywhere")
    roles = {f"<partner>-{function}": given for function, given in rules.GLOBAL_ROLES.items()}
    roles |= rules.HUB_GROUPS
    assert told == {group: ", ".join(given) for group, given in roles.items()}


def test_computed_roles():
    told = table_below("Roles computed from the partner")
    roles = dict(rules.local_roles("<partner>", ["<asked partner>"]))
    assert told == {group: ", ".join(given) for group, given in roles.items()}


def test_every_test_it_names_exists():
    named = re.findall(r"`(tests/[^`]+)`", ROLES.read_text(encoding="utf-8"))
    assert named
    for path in named:
        assert (ROLES.parent.parent.parent / path).exists(), path
