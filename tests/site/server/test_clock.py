"""Whatever clock a machine has, the hub has that of the people who use it."""

from kommunalhub.editorial.writing.editor.clock import HubsClock
from types import SimpleNamespace
from zope.schema import Datetime

import os
import pytest
import subprocess
import sys
import time


SAYS = """
from kommunalhub.site.server.configuration import tell_libraries
tell_libraries()
from DateTime import DateTime
for typed in ("2026/12/01 06:00", "2026/07/01 06:00"):
    print(DateTime(typed).utcdatetime().isoformat())
"""


@pytest.fixture(params=["UTC", "America/New_York", "Europe/Berlin"])
def zone(request, monkeypatch):
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_a_server_reads_times_by_the_clock_of_the_hub(zone):
    told = subprocess.run(
        [sys.executable, "-c", SAYS], env=dict(os.environ), capture_output=True, text=True
    )
    assert told.stdout.split() == ["2026-12-01T05:00:00", "2026-07-01T04:00:00"]


@pytest.mark.parametrize("typed", ["2026-12-01T06:00", "2026-07-01T06:00", "2026-10-25T00:30", ""])
def test_what_is_typed_is_shown_again(zone, typed):
    clock = HubsClock(Datetime(), SimpleNamespace(default_timezone=None))
    kept = clock.toFieldValue(typed)
    assert clock.toWidgetValue(kept) == typed
    if zone == "UTC" and typed == "2026-12-01T06:00":
        assert (kept.hour, kept.tzinfo) == (5, None)
