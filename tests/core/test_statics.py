"""The style sheets and scripts of the frame know of each other: a name is given once.

Several of them may be loaded by one page. A second sheet would change what the first one lays out;
a second script would not run at all.
"""

from collections import defaultdict
from kommunalhub.core.statics import STATIC

import pytest
import re


NAMES = {
    "*.css": (r"^\.([\w-]+) \{", "card"),
    "*.js": (r"^(?:const|let|function) (\w+)", "showLive"),
}


@pytest.mark.parametrize("files", NAMES)
def test_a_name_is_given_by_one_file(files):
    pattern, known = NAMES[files]
    where = defaultdict(set)
    for path in STATIC.glob(files):
        for name in re.findall(pattern, path.read_text(encoding="utf-8"), re.MULTILINE):
            where[name].add(path.name)
    assert known in where
    assert {name: found for name, found in where.items() if len(found) > 1} == {}
