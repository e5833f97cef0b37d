"""The style sheets of the frame know of each other: a name is given once."""

from collections import defaultdict
from kommunalhub.core.statics import STATIC

import re


def test_a_class_is_laid_out_by_one_sheet():
    """A second sheet would change what the first one lays out, wherever both are loaded."""
    sheets = defaultdict(set)
    for path in STATIC.glob("*.css"):
        for name in re.findall(r"^\.([\w-]+) \{", path.read_text(encoding="utf-8"), re.MULTILINE):
            sheets[name].add(path.name)
    assert "card" in sheets
    assert [name for name, where in sheets.items() if len(where) > 1] == []
