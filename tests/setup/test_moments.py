"""No test reads the real clock: what holds today has to hold at midnight and on a holiday, too.

Code under test asks `formatting.now`, which tests set; see tests/moments.py for when.
"""

from collections import Counter
from pathlib import Path

import ast
import pytest


TESTS = Path(__file__).parents[1]
#: What tells the time of day. `time.monotonic` only tells how long something took.
CLOCKS = frozenset(
    {
        "datetime.date.today",
        "datetime.datetime.now",
        "datetime.datetime.today",
        "datetime.datetime.utcnow",
        "email.utils.localtime",
        "time.ctime",
        "time.gmtime",
        "time.localtime",
        "time.time",
        "time.time_ns",
    }
)
#: Called without a moment they tell the present one.
CLOCKS_WITHOUT_ARGUMENTS = frozenset({"DateTime.DateTime", "DateTime.DateTime.DateTime"})
#: {file: (number of readings, why it cannot do without)}
JUSTIFIED = {}


def names_in(tree):
    """Return {name in a module: what was imported by it, dotted}."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {(n.asname or n.name): n.name for n in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {(n.asname or n.name): f"{node.module}.{n.name}" for n in node.names}
    return names


def readings(source):
    """Return [(line, what is called)] of all that reads the real clock in the text of a module."""
    tree = ast.parse(source)
    names, found = names_in(tree), []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        first, dot, rest = ast.unparse(node.func).partition(".")
        called = f"{names.get(first, first)}{dot}{rest}"
        bare = not node.args and not node.keywords
        if called in CLOCKS or (bare and called in CLOCKS_WITHOUT_ARGUMENTS):
            found.append((node.lineno, called))
    return found


def test_no_test_reads_the_real_clock():
    found = {
        path.relative_to(TESTS).as_posix(): readings(path.read_text("utf-8"))
        for path in sorted(TESTS.rglob("*.py"))
    }
    assert len(found) > 100
    allowed = Counter({name: number for name, (number, _why) in JUSTIFIED.items()})
    assert {name: lines for name, lines in found.items() if len(lines) != allowed[name]} == {}


@pytest.mark.parametrize(
    "source",
    [
        "from datetime import datetime\ndatetime.now(UTC)",
        "import datetime as dt\ndt.datetime.now()",
        "from datetime import date as day\nday.today()",
        "import time\nstarted = time.time()",
        "from time import time\nexpires = time() + 60",
        "from DateTime import DateTime\nDateTime() - 1",
    ],
)
def test_a_reading_is_found_however_it_is_imported(source):
    assert [line for line, _called in readings(source)] == [2]


def test_what_is_given_a_moment_or_measures_is_no_reading():
    assert readings("from DateTime import DateTime\nDateTime('2026-11-18')") == []
    assert readings("from time import monotonic\nmonotonic()") == []
    assert readings("formatting.now()") == []
