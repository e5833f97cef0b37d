"""The glossary calls the kinds of cases what the workflows call them."""

from pathlib import Path

import re


REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def test_every_kind_of_case_is_in_the_glossary():
    workflows = (REFERENCE / "workflows.md").read_text(encoding="utf-8")
    kinds = re.findall(r"^## (.+) · (\w+)$", workflows, re.MULTILINE)
    assert len(kinds) > 2
    glossary = (REFERENCE / "glossary.md").read_text(encoding="utf-8")
    missing = [kind for kind in kinds if f"\n| {kind[0]} | `{kind[1]}` |" not in glossary]
    assert missing == []


def test_a_word_of_code_stands_for_one_thing():
    glossary = (REFERENCE / "glossary.md").read_text(encoding="utf-8")
    words = re.findall(r"^\| [^|]+ \| `([^`]+)` \|", glossary, re.MULTILINE)
    assert len(words) > 5
    assert sorted(set(words)) == sorted(words)
