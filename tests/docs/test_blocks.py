"""Blocks of code in the docs that name a file are parts of it, and so are run by tests."""

from pathlib import Path

import pytest
import re


TOP = Path(__file__).parent.parent.parent
BLOCK = re.compile(r"^```(?:python|toml|xml) (\S+)\n(.*?)^```$", re.M | re.S)
BLOCKS = [
    (page.relative_to(TOP), *found.groups())
    for page in sorted((TOP / "docs").rglob("*.md"))
    for found in BLOCK.finditer(page.read_text("utf-8"))
]


def test_there_are_some():
    assert len(BLOCKS) > 8


@pytest.mark.parametrize(("page", "name", "block"), BLOCKS)
def test_a_block_is_part_of_its_file(page, name, block):
    assert block in (TOP / name).read_text("utf-8"), f"{page}: not in {name}"
