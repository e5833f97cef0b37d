"""What the page of a case tells of its clock."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunalhub.approvals.clock import operations
from kommunalhub.core import formatting

import transaction


def test_reminders_are_part_of_the_story(web, travel, visit, monkeypatch):
    monday = datetime(2026, 11, 2, 9, tzinfo=UTC)
    monkeypatch.setattr(formatting, "now", lambda: monday)
    case = travel(web, state="submitted")
    later = monday + timedelta(days=30)
    monkeypatch.setattr(formatting, "now", lambda: later)
    assert operations.remind(case, later) == ("after", "escalated")
    transaction.commit()
    page = visit("malente-pruefung", f"malente/{case.getId()}").text
    assert "Überfällig: Hub-Leitung benachrichtigt" in page
    assert "das System" in page
    assert "19 Arbeitstage überfällig" in page
