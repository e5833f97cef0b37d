"""What a person is told of one case stands for what they were told before: no Plone."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunalhub.notices.box import Box


NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def told(box, minutes, case, bell="now"):
    notice = {"case": case, "seq": minutes, "kind": "transition", "bell": bell, "mail": "never"}
    return box.add(NOON + timedelta(minutes=minutes), notice)


def rows(box):
    return [(notice["case"], notice["seq"]) for _key, notice in box.rows()]


def test_one_row_for_each_case_with_its_latest_notice():
    box = Box()
    for minutes, case in enumerate(["a", "b", "a", "c", "a"]):
        told(box, minutes, case)
    assert rows(box) == [("a", 4), ("c", 3), ("b", 1)]
    assert box.unread() == 3
    assert len(list(box.newest())) == 5


def test_what_is_about_no_case_stands_for_itself():
    box = Box()
    for minutes in range(2):
        told(box, minutes, "")
    assert len(rows(box)) == box.unread() == 2


def test_what_a_summary_held_back_does_not_hide_what_came_later():
    box = Box()
    held = told(box, 0, "a", bell="later")
    told(box, 1, "a")
    box.change(held, bell="now")
    assert rows(box) == [("a", 1)]
    assert box.unread() == 1


def test_an_older_one_goes_without_taking_the_row_along():
    box = Box()
    oldest = told(box, 0, "a")
    newest = told(box, 1, "a")
    box.remove(oldest)
    assert (rows(box), box.unread()) == ([("a", 1)], 1)
    box.remove(newest)
    assert (rows(box), box.unread()) == ([], 0)
