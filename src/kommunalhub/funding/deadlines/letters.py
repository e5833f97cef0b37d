"""The letter about the deadlines of a case: what is near, what is late."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.funding.deadlines import said
from kommunalhub.funding.deadlines.reminders import AFTER
from kommunalhub.funding.deadlines.reminders import ESCALATED
from kommunalhub.notices.address import link_to
from kommunalhub.notices.letters.writing import short
from kommunalhub.notices.letters.writing import write


AHEAD = "ahead"
SUBJECTS = {
    AHEAD: _("mail_subject_deadlines", default="Deadlines: ${number} ${title}"),
    AFTER: _("mail_subject_deadlines_late", default="Deadline missed: ${number} ${title}"),
    ESCALATED: _(
        "mail_subject_deadlines_escalated", default="Deadline missed for days: ${number} ${title}"
    ),
}
SENTENCES = {
    AHEAD: _(
        "letter_deadlines",
        default="deadlines of the grant for „${title}“ (${number}) are coming up:",
    ),
    AFTER: _(
        "letter_deadlines_late",
        default="a deadline of the grant for „${title}“ (${number}) has passed, and nobody has "
        "reported it as done:",
    ),
    ESCALATED: _(
        "letter_deadlines_escalated",
        default="a deadline of the grant for „${title}“ (${number}) has passed some days ago, and "
        "nobody has reported it as done. The hub management has been told.",
    ),
}
HINT = _(
    "letter_deadlines_hint",
    default="Is it done? Please report it, and nobody is reminded again. How each date was "
    "computed stands beside it.",
)
FACT = _("letter_deadlines_fact", default="${day} (${standing})")
WHY = _("letter_deadlines_why", default="You get this mail because you see to this case.")
LINK = _("letter_deadlines_link", default="To the deadlines")


def kind_of(tokens):
    """Return which letter it is: the strongest of its occasions."""
    if ESCALATED in tokens:
        return ESCALATED
    return AFTER if AFTER in tokens else AHEAD


def letter(portal, person, case, rows, titles, today, key, link=None):
    """Return the Letter about [(application, entry, occasion)] of a case."""
    kind = kind_of([token for _number, _entry, token in rows])
    facts = {"number": case.case_number or "", "title": short(case.Title())}
    rows = sorted(rows, key=lambda row: (row[1]["day"], row[0], row[1]["key"]))
    link = link or f"{link_to(portal, case)}/@@antrag/{rows[0][0]}#fristen"
    return write(
        portal,
        person,
        "plain",
        key=key,
        subject=filled(SUBJECTS[kind], facts),
        sentences=[
            in_site_language(filled(SENTENCES[kind], facts)),
            in_site_language(HINT),
        ],
        facts=[fact(number, entry, titles, today) for number, entry, _token in rows],
        why=in_site_language(WHY),
        links=[(in_site_language(LINK), link)],
        case=case.UID(),
    )


def fact(number, entry, titles, today):
    """Return (what, when) of a deadline."""
    standing, _look = said.standing(entry, today)
    mapping = {"day": formatting.weekday(entry["day"]), "standing": in_site_language(standing)}
    what = in_site_language(said.title(entry["kind"], short(entry["text"])))
    return f"{what}, {short(titles.get(number, ''))}", in_site_language(filled(FACT, mapping))
