"""What counts as ill."""

from dataclasses import replace
from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core.jobs.rules import LATE
from kommunalhub.site.health.rules import as_data
from kommunalhub.site.health.rules import ILLS
from kommunalhub.site.health.rules import ills
from kommunalhub.site.health.rules import PATIENCE
from kommunalhub.site.health.rules import Reading

import json
import pytest


NOW = formatting.datetime(2026, 11, 23, 11, tzinfo=formatting.UTC)
SECOND = timedelta(seconds=1)
WELL = Reading(NOW, database=True, search=True, run=NOW)


@pytest.mark.parametrize(
    ("found", "wrong"),
    [
        ({}, ()),
        ({"run": NOW - LATE}, ()),
        ({"run": NOW - LATE - SECOND}, ("tick",)),
        ({"run": None}, ("tick",)),
        ({"failed": 1}, ("failed",)),
        ({"waiting": 500, "oldest": NOW - PATIENCE}, ()),
        ({"waiting": 1, "oldest": NOW - PATIENCE - SECOND}, ("mail",)),
        ({"refused": 9}, ()),
        ({"search": False}, ("search",)),
        ({"unread": 20000}, ()),
        ({"search": False, "run": None}, ("search", "tick")),
        ({"database": False, "search": False, "run": None}, ("database",)),
    ],
)
def test_what_is_ill(found, wrong):
    assert ills(replace(WELL, **found)) == wrong
    assert set(wrong) <= set(ILLS)


def test_programs_hear_all_of_it():
    data = json.loads(json.dumps(as_data(replace(WELL, waiting=2, refused=1, oldest=NOW))))
    assert data == {
        "ok": True,
        "ills": [],
        "database": {"answers": True},
        "search": {"answers": True, "unread": 0},
        "mail": {"waiting": 2, "refused": 1, "oldest": "2026-11-23T11:00:00+00:00"},
        "tick": {"when": "2026-11-23T11:00:00+00:00", "failed": 0},
    }
    assert as_data(Reading(NOW))["ok"] is False
