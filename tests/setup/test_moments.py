"""No test follows the real clock: what holds today has to hold at midnight and on a holiday, too.

All clocks of a run begin at one moment (see tests/moments.py). Tests ask `formatting.now`, as the
code does, or set it; any other reading is refused, whatever it would tell.
"""

from clock import sitecustomize
from collections import Counter
from DateTime import DateTime
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunalhub.core import formatting
from moments import MOMENTS
from pathlib import Path
from processes import run

import ast
import os
import pytest
import re
import subprocess
import sys
import time


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
JUSTIFIED = {
    "clock/sitecustomize.py": (4, "sets the clock of a process, from the real one"),
    "moments.py": (1, "measures how far the moment of a run is from the real time"),
    "setup/test_moments.py": (3, "looks whether each clock tells the moment of the run"),
}
#: No run takes longer.
LONGEST = timedelta(hours=6)


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
    """Return [(line, what is called)] of all that reads or sets a clock in a module's text."""
    tree = ast.parse(source)
    names, found = names_in(tree), []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        first, dot, rest = ast.unparse(node.func).partition(".")
        called = f"{names.get(first, first)}{dot}{rest}"
        bare = not node.args and not node.keywords
        sets = called.startswith("time_machine.")
        if sets or called in CLOCKS or (bare and called in CLOCKS_WITHOUT_ARGUMENTS):
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
        "import time_machine as tm\ntm.travel(0)",
    ],
)
def test_a_reading_is_found_however_it_is_imported(source):
    assert [line for line, _called in readings(source)] == [2]


def test_what_is_given_a_moment_or_measures_is_no_reading():
    assert readings("from DateTime import DateTime\nDateTime('2026-11-18')") == []
    assert readings("from time import monotonic\nmonotonic()") == []
    assert readings("formatting.now()") == []


def began(config):
    """Return the moment at which this run began."""
    return MOMENTS[config.getoption("moment")].astimezone(UTC)


def test_every_clock_of_this_process_tells_the_moment_of_the_run(request):
    start = began(request.config)
    told = {
        "formatting.now": formatting.now(),
        "datetime": datetime.now(UTC),
        "DateTime": DateTime().asdatetime().astimezone(UTC),
        "time": datetime.fromtimestamp(time.time(), UTC),
    }
    late = {name: str(now) for name, now in told.items() if not start <= now <= start + LONGEST}
    assert late == {}
    assert max(told.values()) - min(told.values()) < timedelta(minutes=1)


TELL = "import datetime; print(datetime.datetime.now(datetime.timezone.utc).isoformat())"


def test_a_process_that_a_test_starts_has_the_same_time():
    before = formatting.now()
    code, told = run(sys.executable, "-c", TELL)
    assert code == 0, told
    assert before <= datetime.fromisoformat(told.strip()) <= formatting.now()


def test_an_environment_that_a_test_makes_has_the_same_time(tmp_path):
    """As those of the wheel and of buildout, which have no package that sets clocks."""
    bare = [sys.executable, "-S", "-c", f"import sitecustomize; {TELL}"]
    before = formatting.now()
    told = subprocess.run(bare, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert before <= datetime.fromisoformat(told.strip()) <= formatting.now()


def test_the_checks_run_at_every_moment():
    """Once all tests, at the moment that is set by itself; then those that can tell the days."""
    makefile = (TESTS.parent / "Makefile").read_text("utf-8")
    [moments] = re.findall(r"^MOMENTS = (.+)$", makefile, re.MULTILINE)
    assert {*moments.split(), "wednesday"} == set(MOMENTS)
    [days] = re.findall(r"^DAYS = \$\(addprefix tests/,([^)]+)\)", makefile, re.MULTILINE)
    parts = days.replace("\\", " ").split()
    assert [part for part in parts if not (TESTS / part).exists()] == []
    run = (TESTS.parent / ".ci" / "run").read_text("utf-8")
    assert "moments" in run.split("make test")[1]
    assert run.index("\nmake check") < run.index("make test")


def test_time_goes_on_in_a_run():
    before = formatting.now()
    time.sleep(0.01)
    assert formatting.now() > before


def test_a_process_that_is_told_no_shift_keeps_its_time():
    code = "import sys; print('time_machine' in sys.modules)"
    kept = {name: value for name, value in os.environ.items() if name != sitecustomize.SHIFT}
    told = subprocess.run([sys.executable, "-c", code], env=kept, capture_output=True, text=True)
    assert told.stdout.strip() == "False"
