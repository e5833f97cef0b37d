"""The verbs: decide for later, move it, follow what falls due, keep the dates true."""

from DateTime import DateTime
from datetime import datetime
from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.standins import remember_whom
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import WrongTime
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.pages import EXPIRE
from kommunalhub.approvals.pages import PLANNED
from kommunalhub.approvals.pages import RELEASED
from kommunalhub.approvals.pages import RELEASES
from kommunalhub.approvals.pages import SCHEDULE
from kommunalhub.approvals.timing import reading
from kommunalhub.approvals.timing import rules
from kommunalhub.core import formatting
from kommunalhub.core import tools


INDEXES = ("effective", "expires", "effectiveRange", "Date", "scheduled_at")
NOT_AHEAD = _("error_time_passed", default="Please give a time in the future.")
NO_TIME = _("error_time_needed", default="Please say from when the page is to be read.")
READ_ALREADY = _(
    "error_time_read_already",
    default="This page is being read already. Take it back first if it is to appear later.",
)
TOO_EARLY = _(
    "error_time_ends_too_early",
    default="Please give a time after the page has appeared, and in the future.",
)


def take_later(page, transition, comment, times):
    """Plan a release for later instead of taking it now, where the times say so; return whether.

    times: a rules.Times; None where nobody said any, then a day that the page itself names ahead
    (its author's wish) counts, unless it is planned already: who releases then means now.
    """
    if transition not in RELEASES:
        return False
    now, state = formatting.now(), workflows.state_of(page)
    begin = _wanted(page, state, times)
    ends = times is not None and rules.END in times.given
    end = times.expires if ends else None
    if rules.ends_too_early(begin, end, now):
        raise WrongTime(TOO_EARLY, rules.END)
    later = rules.is_ahead(begin, now)
    if later and state in RELEASED:
        raise WrongTime(READ_ALREADY)
    if later and state == PLANNED:
        _keep_plan(page, rules.Plan(begin, transition))
    elif later:
        details = {"moment": begin, "release": transition}
        tools.tool("portal_workflow").doActionFor(page, SCHEDULE, comment=comment, **details)
    elif rules.is_ahead(reading.effective_of(page), now) and state != PLANNED:
        set_dates(page, {rules.BEGIN: None})
    if ends:
        set_end(page, end, reading.plan_of(page))
    return later


def _wanted(page, state, times):
    if times is not None and rules.BEGIN in times.given:
        return times.effective
    if state == PLANNED or state in RELEASED:
        return None
    return reading.effective_of(page)


def step_behind(page):
    """Return the step that setting times of a page stands for, None where it has no times."""
    plan = reading.plan_of(page)
    if plan is not None:
        return plan.release
    return EXPIRE if workflows.state_of(page) in RELEASED else None


def change(page, times):
    """Let a planned page appear at another time, and set until when a page is shown."""
    plan = reading.plan_of(page)
    if plan is not None and rules.BEGIN in times.given:
        if not rules.is_ahead(times.effective, formatting.now()):
            raise WrongTime(NOT_AHEAD)
        plan = rules.Plan(times.effective, plan.release)
    if rules.END in times.given:
        set_end(page, times.expires, plan)
    if plan is not None:
        _keep_plan(page, plan)


def set_end(page, moment, plan):
    """Set until when a page is shown, None for without end, and write down who did."""
    begin = plan.moment if plan is not None else None
    if rules.ends_too_early(begin, moment, formatting.now()):
        raise WrongTime(TOO_EARLY, rules.END)
    if moment != reading.expires_of(page):
        set_dates(page, {rules.END: moment})
        _note(page, entries.ENDS, moment)


def set_dates(page, dates):
    """Set from when and until when a page is shown: {"effective", "expires": datetime or None}.

    No change of what was decided on, so who releases a page may set them with the decision.
    """
    if rules.BEGIN in dates:
        page.setEffectiveDate(dates[rules.BEGIN] and DateTime(dates[rules.BEGIN]))
    if rules.END in dates:
        page.setExpirationDate(dates[rules.END] and DateTime(dates[rules.END]))
    page.reindexObject(idxs=list(INDEXES))


def follow(page, now):
    """Take the steps of a page whose time has come, for who had decided them; return them.

    Each is taken once: afterwards the page is in another state. Both may be due after a night in
    which nothing ran.
    """
    taken = []
    while step := rules.next_step(
        workflows.state_of(page), reading.plan_of(page), reading.expires_of(page), now
    ):
        remember_whom(page, _decided_by(page, step))
        tools.tool("portal_workflow").doActionFor(page, step)
        taken.append(step)
    return taken


def require_time(page, transition, state, details):
    """Raise WrongTime where a step would let a page be read before its time, by any channel."""
    now = formatting.now()
    if transition == SCHEDULE:
        moment = details.get("moment")
        if not isinstance(moment, datetime) or details.get("release") not in RELEASES:
            raise WrongTime(NO_TIME)
        if not rules.is_ahead(moment, now):
            raise WrongTime(NOT_AHEAD)
    elif transition in RELEASES and state != PLANNED and state not in RELEASED:
        wished = reading.effective_of(page)
        if rules.is_ahead(wished, now):
            raise WrongTime(
                _(
                    "error_time_wished",
                    default="This page is to appear on ${when} only. Please release it on the "
                    "page itself, where you can choose the time.",
                    mapping={"when": formatting.moment(wished)},
                )
            )


def state_changed(page, old, new, details):
    """Keep the plan of a page and its dates as its new state means them.

    A page that comes out for the first time gets its day: lists of news are sorted by it.
    """
    plan, now = reading.kept_plan(page) if old == PLANNED else None, formatting.now()
    if new == PLANNED:
        _keep_plan(page, rules.Plan(details["moment"], details["release"]))
    elif new in RELEASED:
        effective, expires = reading.effective_of(page), reading.expires_of(page)
        dates = {
            rules.BEGIN: rules.begin_when_shown(effective, plan, now),
            rules.END: rules.end_when_shown(expires, plan, now),
        }
        _forget_plan(page)
        if dates != {rules.BEGIN: effective, rules.END: expires} or plan is not None:
            set_dates(page, dates)
    elif old == PLANNED:
        forget_plan(page)
    page.reindexObject(idxs=list(INDEXES))


def forget_plan(page):
    """Let nothing stay of what was decided for later, nor of its day."""
    _forget_plan(page)
    set_dates(page, {rules.BEGIN: None})


def keep_dates(page):
    """Let no change of a page's fields take it out of sight, nor move what was decided.

    What is read cannot be given a day ahead: it would vanish from lists until then.
    """
    state, effective = workflows.state_of(page), reading.effective_of(page)
    plan, now = reading.plan_of(page), formatting.now()
    if state == PLANNED and plan is not None and effective != plan.moment:
        set_dates(page, {rules.BEGIN: plan.moment})
    elif state in RELEASED and rules.is_ahead(effective, now):
        set_dates(page, {rules.BEGIN: _came_out(page) or now})


def _came_out(page):
    """Return when a page was released last, or None."""
    entry = IJournal(page).last(entries.TRANSITION)
    return datetime.fromisoformat(entry["when"]) if entry is not None else None


def _keep_plan(page, plan):
    if plan == reading.kept_plan(page) and plan.moment == reading.effective_of(page):
        return
    setattr(page, reading.PLAN, {"moment": plan.moment.isoformat(), "release": plan.release})
    set_dates(page, {rules.BEGIN: plan.moment})
    _note(page, entries.APPEARS, plan.moment)


def _forget_plan(page):
    if reading.PLAN in page.__dict__:
        delattr(page, reading.PLAN)


def _note(page, action, moment):
    said = [moment.isoformat(timespec="minutes")] if moment is not None else []
    IJournal(page).append(entries.PLAN, current_actor().userid, action=action, fields=said)


def _decided_by(page, step):
    """Return who has set the time of a step that is due, None where the journal does not say."""
    wanted = entries.ENDS if step == EXPIRE else entries.APPEARS
    for entry in reversed(list(IJournal(page))):
        if (entry["kind"], entry["action"]) == (entries.PLAN, wanted):
            return entry["actor"] or None
    return None
