"""How it stands with a page that asks, in words."""

from datetime import datetime
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.lib.sectiondiff import ADDED
from kommunalhub.lib.sectiondiff import CHANGED
from kommunalhub.lib.sectiondiff import REMOVED


UNTIL = _("must_read_until", default="Until ${day}.")
WAS_DUE = _("must_read_was_due", default="It should have been confirmed until ${day}.")
COUNT = _("must_read_count", default="${confirmed} of ${asked} have confirmed.")
COUNT_AWAY = _(
    "must_read_count_away", default="${confirmed} of ${asked} have confirmed, ${away} are away."
)
COUNT_AWAY_ONE = _(
    "must_read_count_away_one", default="${confirmed} of ${asked} have confirmed, one is away."
)
ALL = _("must_read_count_all", default="All ${asked} have confirmed.")
CONFIRMED = _("must_read_confirmed", default="You confirmed this page on ${when}.")
KINDS = {
    ADDED: _("must_read_section_added", default="new"),
    CHANGED: _("must_read_section_changed", default="changed"),
    REMOVED: _("must_read_section_removed", default="gone"),
}
BEGINNING = _("must_read_section_first", default="Beginning of the page")
ONLY = {
    ADDED: _("must_read_only_added", default="Essentially changed: only section “${name}” is new."),
    CHANGED: _(
        "must_read_only_changed",
        default="Essentially changed: only the section “${name}” is different.",
    ),
    REMOVED: _(
        "must_read_only_removed", default="Essentially changed: the section “${name}” is gone."
    ),
}
MANY = _("must_read_many", default="Essentially changed: ${n} sections are different.")
TITLE_ONLY = _("must_read_title_only", default="Essentially changed: the title is different.")


def until(day, is_overdue):
    """Return until when, None without a day."""
    if day is None:
        return None
    return filled(WAS_DUE if is_overdue else UNTIL, day=formatting.weekday(day))


def counted(count):
    """Return „31 of 43 have confirmed, 3 are away“."""
    mapping = {"asked": count.asked, "confirmed": count.confirmed, "away": count.away}
    if count.is_complete and count.asked:
        return filled(ALL, mapping)
    if count.away:
        return filled(COUNT_AWAY_ONE if count.away == 1 else COUNT_AWAY, mapping)
    return filled(COUNT, mapping)


def confirmed_on(when):
    """Return when one confirmed. when: ISO moment."""
    return filled(CONFIRMED, when=moment(when))


def moment(when):
    return formatting.moment(datetime.fromisoformat(when))


def what_changed(changes):
    """Return what changed in one sentence. changes: Differences, none for a title alone."""
    if not changes:
        return TITLE_ONLY
    if len(changes) > 1:
        return filled(MANY, n=len(changes))
    [one] = changes
    return filled(ONLY[one.kind], name=one.heading or BEGINNING)


def rows_of(changes):
    """Return [{kind, word, heading, before, pieces}] of Differences for a template."""
    return [
        {
            "kind": one.kind,
            "word": KINDS[one.kind],
            "heading": one.heading or BEGINNING,
            "before": one.before if one.was_renamed else None,
            "pieces": one.pieces,
        }
        for one in changes
    ]
