"""What the bell says of a date of a case that no entry of its journal tells of."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.notices import rules
from kommunalhub.notices.box import ensure_box
from plone.uuid.interfaces import IUUID


KIND = "date"
AHEAD, PASSED, ESCALATED = "ahead", "passed", "escalated"
COMES, STAYS_AWAY = "comes", "stays-away"
SENTENCES = {
    AHEAD: _("notice_date_ahead", default="A date that you have to keep is coming up."),
    PASSED: _(
        "notice_date_passed", default="A date has passed, and nobody has reported it as done."
    ),
    ESCALATED: _(
        "notice_date_escalated",
        default="A date passed days ago, and nobody has reported it as done. The hub management "
        "has been told.",
    ),
    COMES: _("notice_date_comes", default="Guests have registered: the hall is kept for them."),
    STAYS_AWAY: _("notice_date_stays_away", default="Guests have called off their visit."),
}
#: What nobody can silence.
LATE = (PASSED, ESCALATED)
WHY = _("notice_why_date", default="You see to this case.")


def ring(portal, userid, case, what):
    """Keep a notice for the bell of a person, as their settings want it. what: of SENTENCES.

    The letter about the date is for who calls this to write: it names all dates at once.
    """
    box, uid = ensure_box(portal, userid), IUUID(case)
    muted = uid in box.muted
    reason = rules.OVERDUE if what in LATE else rules.AWAITS
    way = rules.way("bell", box.mode("bell"), reason, muted)
    if way == rules.NEVER:
        return
    notice = {
        "case": uid,
        "number": kept(case, "case_number") or "",
        "type": case.portal_type,
        "seq": None,
        "kind": KIND,
        "action": what,
        "to": None,
        "actor": "system",
        "behalf": None,
        "reason": reason,
        "muted": muted,
        "mail": rules.NEVER,
        # A date comes whether or not the summary of tomorrow has told of it.
        "bell": rules.NOW,
    }
    box.add(formatting.now(), notice)
