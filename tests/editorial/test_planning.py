"""What is released for later appears at its minute, and vanishes at its end; nothing earlier."""

from DateTime import DateTime
from datetime import datetime
from datetime import timedelta
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import WrongTime
from kommunalhub.approvals.lists.queries import inbox_brains
from kommunalhub.approvals.operations import change_times
from kommunalhub.approvals.operations import decide
from kommunalhub.approvals.timing import reading
from kommunalhub.approvals.timing.rules import Times
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.core.jobs.interfaces import IJob
from moments import BERLIN
from plone import api
from plone.protect.authenticator import createToken
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest


# The catalog has a clock of its own, for which these have passed.
TODAY = datetime(2026, 11, 16, 15, tzinfo=BERLIN)
SIX = datetime(2026, 11, 17, 6, tzinfo=BERLIN)
EVENING = SIX + timedelta(hours=12)
FAR = datetime(2035, 1, 1, 8, tzinfo=BERLIN)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def tick(portal, monkeypatch):
    """Return a function that sets the time and lets the hub do what is due; it returns how much."""

    def tick(moment):
        monkeypatch.setattr(formatting, "now", lambda: moment)
        job = getUtility(IJob, "appearing")
        keys = job.due(moment)
        with as_system(portal):
            for key in [*keys, *keys]:
                job.do(key, moment)
        return len(keys)

    tick(TODAY)
    return tick


@pytest.fixture
def made(tick, write):
    return write()


def times(**given):
    return Times(**given, given=frozenset(given))


def as_(userid, obj, transition, comment="", **given):
    with api.env.adopt_user(username=userid):
        decide(obj, transition, comment, times=times(**given) if given else None)


def change(userid, obj, **given):
    with api.env.adopt_user(username=userid):
        change_times(obj, times(**given))


def state(obj):
    return api.content.get_state(obj)


def found_by(userid, obj):
    with api.env.adopt_user(username=userid):
        return bool(api.portal.get_tool("portal_catalog")(UID=obj.UID()))


def rows_in(obj):
    """Return the rows of the list of the folder that something stands in."""
    listing = api.content.get_view("hub-listing", obj.__parent__, obj.REQUEST)
    listing()
    return listing.rows


def steps(obj):
    return [(e["kind"], e["action"], e["actor"], e["on_behalf_of"]) for e in IJournal(obj)][2:]


def test_it_appears_at_its_minute_once_for_who_decided(made, tick):
    as_("petra", made, "publish", effective=SIX)
    assert state(made) == "planned"
    assert tick(SIX - MINUTE) == 0
    assert state(made) == "planned"
    with api.env.adopt_user(username="rolf"):
        [row] = [row for row in rows_in(made) if row["url"] == made.absolute_url()]
    assert (row["badge"], row["day"].mapping["when"]) == ("Planned", "17. November 2026, 06:00")
    assert tick(SIX) == 1
    assert state(made) == "public"
    assert made.effective().asdatetime() == SIX
    assert tick(SIX + MINUTE) == 0
    assert steps(made) == [
        ("transition", "schedule", "petra", None),
        ("plan", "appears", "petra", None),
        ("transition", "publish", "system", "petra"),
    ]
    assert IJournal(made).verify() is None


def test_a_missed_night_is_caught_up_and_the_end_too(made, tick):
    as_("petra", made, "approve", effective=SIX, expires=EVENING)
    assert tick(SIX + timedelta(days=2)) == 1
    assert state(made) == "expired"
    assert [step[1] for step in steps(made)[-2:]] == ["approve", "expire"]
    assert tick(SIX + timedelta(days=3)) == 0


@pytest.mark.parametrize("userid", ["mia", "lea"])
def test_until_then_only_who_wrote_and_decides_sees_it(made, tick, userid):
    as_("petra", made, "publish", effective=SIX)
    for insider in ("rolf", "petra", "paul", "hanna"):
        assert found_by(insider, made), insider
    assert not found_by(userid, made)
    tick(SIX)
    assert found_by(userid, made)


def test_what_has_ended_is_read_by_who_can_bring_it_back(made, tick):
    as_("petra", made, "publish", expires=EVENING)
    assert state(made) == "public"
    assert tick(EVENING) == 1
    assert state(made) == "expired"
    assert not found_by("mia", made)
    for insider in ("rolf", "petra", "hanna"):
        assert found_by(insider, made), insider
    as_("paul", made, "publish")
    assert state(made) == "public"
    assert reading.expires_of(made) is None  # who shows it again means it
    assert tick(EVENING + timedelta(days=9)) == 0


def test_the_editor_calls_it_off(made, tick):
    as_("petra", made, "publish", effective=SIX)
    as_("rolf", made, "retract")
    assert state(made) == "draft"
    assert reading.plan_of(made) is None
    assert made.EffectiveDate() == "None"
    assert tick(SIX) == 0
    as_("rolf", made, "submit")
    as_("petra", made, "publish")
    assert state(made) == "public"


def test_a_reviewer_moves_it_and_no_editor_does(made, tick):
    as_("petra", made, "publish", effective=SIX)
    with pytest.raises(NotAllowed):
        change("rolf", made, effective=EVENING)
    change("paul", made, effective=EVENING)
    change("paul", made, effective=EVENING)
    assert tick(SIX) == 0
    assert tick(EVENING) == 1
    assert state(made) == "public"
    assert [step[2:] for step in steps(made) if step[:2] == ("plan", "appears")] == [
        ("petra", None),
        ("paul", None),
    ]
    assert steps(made)[-1] == ("transition", "publish", "system", "paul")


def test_a_reviewer_shows_it_at_once_after_all(made, tick):
    as_("petra", made, "publish", effective=SIX)
    as_("paul", made, "publish")
    assert state(made) == "public"
    assert made.effective().asdatetime() == TODAY
    assert tick(SIX) == 0


def test_an_editor_gives_what_is_read_an_end(made, tick):
    as_("petra", made, "publish")
    with pytest.raises(WrongTime):
        change("rolf", made, expires=TODAY - MINUTE)
    change("rolf", made, expires=FAR)
    assert found_by("mia", made)
    tick(FAR)
    assert steps(made)[-1] == ("transition", "expire", "system", "rolf")


def test_what_is_read_stays_whatever_day_it_is_given(made, tick):
    """A date neither keeps a page from being saved nor takes it down (wagtail #13896, rfcs #21)."""
    as_("petra", made, "publish")
    with pytest.raises(WrongTime):
        as_("paul", made, "approve", effective=SIX)
    with api.env.adopt_user(username="rolf"):
        made.setEffectiveDate(DateTime(FAR))
        made.setTitle("Geändert")
        notify(ObjectModifiedEvent(made))
    assert state(made) == "public"
    assert found_by("mia", made)
    assert made.effective().asdatetime() == TODAY


def test_the_day_of_a_planned_page_is_decided_and_not_edited(made, tick):
    as_("petra", made, "publish", effective=SIX)
    with api.env.adopt_user(username="hanna"):
        made.setEffectiveDate(None)
        notify(ObjectModifiedEvent(made))
    assert made.effective().asdatetime() == SIX
    assert tick(SIX - MINUTE) == 0


def test_the_wish_of_the_author_is_found_and_kept(made, tick):
    """A day ahead on what waits hides it from nobody who decides (CMFPlone #3571)."""
    made.setEffectiveDate(DateTime(FAR))
    made.reindexObject()
    with api.env.adopt_user(username="petra"):
        assert [brain.UID for brain in inbox_brains()] == [made.UID()]
        with pytest.raises(WrongTime):
            # as Plone's own pages would
            api.portal.get_tool("portal_workflow").doActionFor(made, "publish")
    as_("petra", made, "publish")
    assert state(made) == "planned"
    assert reading.plan_of(made).moment == FAR


def test_a_copy_is_not_planned(made, tick, area):
    as_("petra", made, "publish", effective=SIX)
    with api.env.adopt_user(username="rolf"):
        copy = api.content.copy(made, area)
    assert state(copy) == "draft"
    assert reading.plan_of(copy) is None
    assert tick(SIX) == 1


@pytest.mark.parametrize("details", [{}, {"moment": "morgen", "release": "publish"}])
def test_nobody_plans_without_a_time(made, details):
    tool = api.portal.get_tool("portal_workflow")
    with api.env.adopt_user(username="petra"), pytest.raises(WrongTime):
        tool.doActionFor(made, "schedule", **details)
    assert state(made) == "pending"


class TestOnThePage:
    """Who takes part sees the time on the state bar, and sets it in the form."""

    @pytest.fixture
    def post(self, portal, page):
        def post(userid, context, name, **form):
            request = portal.REQUEST
            request.method = request["REQUEST_METHOD"] = "POST"
            with api.env.adopt_user(username=userid):
                token = createToken()
            html = page(userid, context, name, _authenticator=token, **form)
            request.method = request["REQUEST_METHOD"] = "GET"
            return request.response.getStatus(), html or ""

        return post

    def test_the_time_is_set_said_and_moved(self, made, tick, page, post):
        assert 'name="effective"' in page("petra", made)
        status, _html = post(
            "petra", made, "decide", transition="publish", effective="2026-11-17T06:00", expires=""
        )
        assert (status, state(made)) == (303, "planned")
        for userid in ("rolf", "petra"):
            assert "Erscheint am 17. November 2026, 06:00 Uhr" in page(userid, made)
        assert "@@page-times" not in page("rolf", made)
        assert 'value="2026-11-17T06:00"' in page("petra", made)
        status, _html = post("petra", made, "page-times", effective="2026-11-17T18:00", expires="")
        assert (status, reading.plan_of(made).moment) == (303, EVENING)

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("effective", "bald"),
            ("effective", "9999-12-31T23:59"),
            ("expires", "2026-11-16T14:00"),
            ("expires", "2027-03-28T02:30"),  # there is no such time
        ],
    )
    def test_what_is_no_time_is_said_at_its_field(self, made, tick, post, field, value):
        form = {"effective": "", "expires": "", field: value}
        status, html = post("petra", made, "decide", transition="publish", **form)
        assert (status, state(made)) == (400, "pending")
        assert f'id="{field}-error"' in html
        assert f'value="{value}"' in html

    def test_the_past_is_no_time_for_a_planned_page(self, made, tick, post):
        as_("petra", made, "publish", effective=SIX)
        status, html = post("petra", made, "page-times", effective="2026-11-01T06:00", expires="")
        assert (status, reading.plan_of(made).moment) == (400, SIX)
        assert 'id="effective-error"' in html

    def test_what_is_read_says_until_when(self, made, tick, page, post):
        as_("petra", made, "publish")
        assert post("rolf", made, "page-times", expires="2026-11-17T18:00")[0] == 303
        assert "Zu lesen bis 17. November 2026, 18:00 Uhr" in page("rolf", made)
        assert "Zu lesen bis" not in page("lea", made)
