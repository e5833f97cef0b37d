"""Notes of changes: known types, one line each, headings for all of them."""

from pathlib import Path

import pytest
import re
import tomllib


TOP = Path(__file__).parents[2]
NOTES = sorted(path for path in (TOP / "news").iterdir() if not path.name.startswith("."))
SETTINGS = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["towncrier"]
TYPES = [one["directory"] for one in SETTINGS["type"]]


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.name)
def test_a_note_is_named_for_its_change_and_says_one_thing(path):
    found = re.fullmatch(r"(\d+|\+[a-z0-9-]+)\.([a-z]+)", path.name)
    assert found and found[2] in TYPES, f"{path.name} is none of {TYPES}"
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1
    assert lines[0].endswith((".", ").", "“", ")"))


def test_each_type_is_explained():
    text = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [name for name in TYPES if f".{name}`" not in text] == []
