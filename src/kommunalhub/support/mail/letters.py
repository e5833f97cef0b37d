"""The letter that answers a mail: it has become a ticket, this is its number."""

from dataclasses import replace
from datetime import timedelta
from kommunalhub import _
from kommunalhub.approvals.journal import entries
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.letters import Example
from kommunalhub.core.messages import filled
from kommunalhub.notices import rules
from kommunalhub.notices.address import link_to
from kommunalhub.notices.answering import Envelope
from kommunalhub.notices.audience import Person
from kommunalhub.notices.letters import cases
from kommunalhub.notices.texts import INSIDE


RECEIVED = _(
    "letter_ticket_received",
    default="Thank you for your mail. Support looks at it. You can answer this mail: what you "
    "write is added to your report.",
)
RECEIVED_BY = _(
    "letter_ticket_received_by",
    default="Thank you for your mail. Support looks at it until ${when}. You can answer this mail: "
    "what you write is added to your report.",
)

KEY = "example"
NAME = _("example_ticket_name", default="Mia Sample")
OTHER = _("example_ticket_other", default="Paul Pattern")
TITLE = _("example_ticket_title", default="Printer prints empty pages only")
KIND = _("example_ticket_kind", default="Support ticket")
STATE = _("example_ticket_state", default="In work")
SAID = _(
    "example_ticket_said",
    default="Hello,\nplease open the flap at the back and close it again.\n\nDoes it print now?",
)


def received_letter(portal, ticket, person, envelope):
    """Return the Letter that tells somebody the number of what they have reported by mail."""
    facts = cases.shown(portal, ticket, person)
    uid = ticket.UID()
    return received(portal, person, facts, ticket.due, f"ticket-mail:{uid}", envelope, uid)


def received(portal, person, facts, due, key, envelope, uid=""):
    line = RECEIVED
    if due is not None:
        line = _(RECEIVED_BY, default=RECEIVED_BY.default, mapping={"when": formatting.moment(due)})
    letter = cases.letter_about(
        portal, person, facts, line, rules.APPLICANT, key, uid, envelope=envelope
    )
    return letter if envelope is None else cases.enclosed(letter, envelope)


def examples(portal, request):
    """Return the Examples of letters of support, see core/letters.py."""
    envelope = Envelope("T-2026-012-ab3f09c1d2e4f5a6", "support@example.org")
    person = Person(KEY, in_site_language(NAME), "mia@example.org", True)
    facts = cases.CaseShown(
        number="T-2026-012",
        title=in_site_language(TITLE),
        kind=in_site_language(KIND),
        state=in_site_language(STATE),
        due=None,
        link=f"{link_to(portal)}/beispiel",
        mute=f"{link_to(portal)}/beispiel/@@mute-case",
    )
    due = formatting.now() + timedelta(hours=4)
    said = replace(envelope, said=tuple(in_site_language(SAID).splitlines()))
    who = filled(INSIDE[entries.MESSAGE], {"who": in_site_language(OTHER)})
    message = cases.letter_about(portal, person, facts, who, rules.APPLICANT, KEY, envelope=said)
    return [
        example(
            "ticket-received",
            _("example_ticket_received", default="A mail has become a ticket"),
            received(portal, person, facts, due, KEY, envelope),
        ),
        example(
            "ticket-message",
            _("example_ticket_message", default="Support has written to somebody"),
            cases.enclosed(message, said),
        ),
    ]


def example(name, title, letter):
    return Example(name, title, letter.subject, letter.text, letter.html)
