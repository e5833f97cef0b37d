"""What a page says of its times."""

from datetime import datetime
from datetime import UTC
from kommunalhub import _
from kommunalhub.approvals.pages import PLANNED
from kommunalhub.approvals.timing import rules
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import formatting
from kommunalhub.core.browser.overview import published_on
from kommunalhub.core.kept import kept


#: Where a page keeps what was decided for later.
PLAN = "release_plan"


def plan_of(page):
    """Return the rules.Plan of a page that is planned, or None."""
    plan = kept_plan(page)
    # Few keep one, and what state a page is in takes longer to find out.
    return plan if plan is not None and state_of(page) == PLANNED else None


def kept_plan(page):
    """Return the rules.Plan that a page keeps, also while a step takes it out of its state."""
    stored = kept(page, PLAN)
    if not stored:
        return None
    return rules.Plan(datetime.fromisoformat(stored["moment"]), stored["release"])


def effective_of(page):
    """Return from when a page says it is read, in UTC, or None."""
    return _moment(kept(page, "effective_date"))


def expires_of(page):
    """Return until when, in UTC, or None."""
    return _moment(kept(page, "expiration_date"))


def due_at(page):
    """Return when the hub moves a page on by itself, or None."""
    plan, expires = plan_of(page), expires_of(page)
    return rules.due_at(state_of(page), plan, expires) if plan or expires else None


def said_of(page, now):
    """Return a sentence on what will happen to a page by itself, or None."""
    plan, expires = plan_of(page), expires_of(page)
    if plan is not None:
        return appears(plan.moment)
    if rules.due_at(state_of(page), plan, expires) is not None:
        return _(
            "times_ends",
            default="Shown until ${when}",
            mapping={"when": formatting.moment(expires)},
        )
    return None


def appears(moment):
    return _(
        "times_appears", default="Appears on ${when}", mapping={"when": formatting.moment(moment)}
    )


def day_of(brain):
    """Return the day on which a page came out, as lists say it, or when it will."""
    appears_at = (brain.case_extra or {}).get("appears")
    if brain.review_state != PLANNED or not appears_at:
        return published_on(brain)
    when = formatting.moment(datetime.fromisoformat(appears_at))
    return _("times_day_ahead", default="appears on ${when}", mapping={"when": when})


def _moment(stored):
    return stored.asdatetime().astimezone(UTC) if stored is not None else None
