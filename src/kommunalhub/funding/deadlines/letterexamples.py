"""One of each letter about deadlines with made-up data, for the page that shows them."""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.letters import Example
from kommunalhub.funding.deadlines import keeping
from kommunalhub.funding.deadlines import letters
from kommunalhub.funding.deadlines import reminders
from kommunalhub.funding.deadlines import terms
from kommunalhub.notices.address import link_to
from kommunalhub.notices.audience import Person


TITLES = {
    letters.AHEAD: _("example_deadlines", default="Deadlines of a grant are near"),
    letters.AFTER: _("example_deadlines_late", default="A deadline of a grant was missed"),
    letters.ESCALATED: _(
        "example_deadlines_escalated", default="A deadline of a grant was missed for days"
    ),
}
#: (kind of deadline, days from today, occasion) in each letter.
ROWS = {
    letters.AHEAD: (
        (terms.OBJECTION, 7, f"{reminders.BEFORE}:7"),
        (terms.INTERIM, 28, f"{reminders.BEFORE}:28"),
    ),
    letters.AFTER: ((terms.PROOF, -1, reminders.AFTER),),
    letters.ESCALATED: ((terms.PROOF, -3, reminders.ESCALATED),),
}
CASE = _("example_case_title", default="New windows for the fire station")
PROGRAMME = _("example_programme", default="Development of village centres")


@dataclass(frozen=True)
class CaseShown:
    """A case that nobody has made."""

    title: str
    case_number: str = "FB-2026-0042"

    def Title(self):
        return self.title

    def UID(self):
        return ""


def examples(portal, request):
    """Return the Examples of the letters about deadlines, see core/letters.py."""
    today = formatting.to_local(formatting.now()).date()
    name = in_site_language(_("example_reader", default="Mia Sample"))
    person = Person("example", name, "mia@example.org", True)
    case, titles = CaseShown(in_site_language(CASE)), {1: in_site_language(PROGRAMME)}
    found = []
    for kind, title in TITLES.items():
        rows = [(1, entry(what, today + timedelta(n)), token) for what, n, token in ROWS[kind]]
        link = f"{link_to(portal)}/beispiel"
        letter = letters.letter(portal, person, case, rows, titles, today, "example", link)
        name = "deadlines" if kind == letters.AHEAD else f"deadlines-{kind}"
        found.append(Example(name, title, letter.subject, letter.text, letter.html))
    return found


def entry(kind, day: date):
    made = terms.Deadline(f"{kind}.1", kind, day, "fixed", (), (), day)
    return keeping.merged({}, [made], day)[f"{kind}.1"]
