"""The letter that says that a ticket has arrived: its number, by when somebody looks, and who."""

from kommunalhub import _
from kommunalhub.approvals.journal import entries
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language
from kommunalhub.core.letters import Example
from kommunalhub.core.messages import filled
from kommunalhub.core.persons import name_of
from kommunalhub.core.tools import site
from kommunalhub.notices.address import link_for
from kommunalhub.notices.address import link_to
from kommunalhub.notices.answering import envelope_of
from kommunalhub.notices.audience import Person
from kommunalhub.notices.audience import person_of
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.letters.cases import enclosed
from kommunalhub.notices.letters.writing import write
from kommunalhub.notices.operations import post
from kommunalhub.security.guests.operations import is_guest
from kommunalhub.support.clock import settings
from plone import api


SUBJECT = _("mail_subject_ticket_reported", default="Your ticket ${number} has arrived")
SUBJECT_FOR_YOU = _("mail_subject_ticket_for_you", default="Ticket ${number}: reported for you")
ARRIVED = _(
    "letter_ticket_reported",
    default="your ticket “${title}” has arrived. Its number is ${number}.",
)
LOOKS = _("letter_ticket_looks", default="The support of the hub looks at it by ${when}.")
SOON = _("letter_ticket_soon", default="The support of the hub looks at it.")
HOURS = _("letter_ticket_hours", default="Service hours: ${hours}.")
FOR_YOU = _(
    "letter_ticket_for_you",
    default="${name} has reported for you: “${title}”. The number of the ticket is ${number}; you "
    "read it, can answer, and hear of it like who wrote it.",
)
BESIDE = _(
    "letter_ticket_beside",
    default="${other} reads the ticket, too, and gets our answers like you.",
)
ANSWER = _(
    "letter_ticket_answer",
    default="You can answer this mail: what you write is added to the ticket.",
)
WHY = _("letter_ticket_why", default="You get this mail because you have reported something.")
WHY_FOR_YOU = _(
    "letter_ticket_for_you_why",
    default="You get this mail because somebody has reported something for you.",
)
CREATED = {"kind": entries.CREATED, "seq": 0}
LINK = _("letter_ticket_link", default="Your ticket")
TITLE = _("example_ticket_reported", default="Ticket: arrived")
TITLE_FOR_YOU = _("example_ticket_for_you", default="Ticket: reported for you")


def acknowledge(ticket):
    """Tell who has just reported a ticket that it has arrived: number, and by when who looks.

    Nobody without an address; a guest is sent the same with a link, see outside/letters.py.
    """
    beside = kept(ticket, "for_user")
    other = {"other": name_of(beside)} if beside else {}
    tell(ticket, ticket.Creator(), other, f"ticket-reported:{ticket.UID()}")


def tell_beside(ticket):
    """Tell whom a ticket is about, besides who wrote it, that they read it; nobody twice."""
    beside = kept(ticket, "for_user")
    if beside:
        by = {"name": name_of(ticket.Creator())}
        tell(ticket, beside, by, f"ticket-for-you:{ticket.UID()}:{beside}")


def tell(ticket, userid, more, key):
    """Send somebody with an account the letter about a new ticket, which can be answered."""
    member = None if is_guest(userid) else api.user.get(userid=userid)
    person = person_of(member) if member is not None else None
    if person is None or not person.email or settings_of(site()) is None:
        return
    envelope = envelope_of(ticket, userid, CREATED)
    facts = facts_of(ticket.Title(), ticket.case_number, ticket.due) | more
    letter = made(
        person, link_for(site(), userid, ticket), facts | {"answered": envelope is not None}, key
    )
    post(site(), letter if envelope is None else enclosed(letter, envelope))


def facts_of(title, number, due):
    """Return what the letter says, by name; when: None where nothing is promised.

    Besides: `other`, who reads it as well; or `name`, who has reported it for the reader; and
    `answered`, whether the letter can be answered.
    """
    lines = (line.strip() for line in settings.hours_text().splitlines())
    return {
        "title": title,
        "number": number,
        "when": formatting.moment(due) if due else None,
        "hours": ", ".join(filter(None, lines)),
    }


def made(person, link, facts, key):
    """Return the Letter."""
    is_for_you = "name" in facts
    return write(
        site(),
        person,
        "plain",
        key=key,
        subject=filled(SUBJECT_FOR_YOU if is_for_you else SUBJECT, facts),
        sentences=[in_site_language(filled(text, facts)) for text in sentences(facts)],
        facts=[],
        why=in_site_language(WHY_FOR_YOU if is_for_you else WHY),
        links=[(in_site_language(LINK), link)],
    )


def sentences(facts):
    """Return the messages that say that a ticket has arrived, and what follows."""
    first = (FOR_YOU,) if "name" in facts else (ARRIVED, BESIDE) if "other" in facts else (ARRIVED,)
    last = (ANSWER,) if facts.get("answered") else ()
    return (*first, LOOKS if facts["when"] else SOON, HOURS, *last)


def examples(portal, request):
    """Return the Examples of the letter, to both who may get it."""
    name = in_site_language(_("example_reader", default="Mia Sample"))
    person = Person("", name, "mia@example.org", False)
    facts = {
        "title": "Drucker druckt nur leere Seiten",
        "number": "T-2026-012",
        "when": formatting.moment(formatting.now()),
        "hours": "Mo–Do 8:00–16:00, Fr 8:00–12:00",
        "answered": True,
    }
    colleague = in_site_language(_("example_ticket_other", default="Paul Pattern"))
    kinds = (("reported", TITLE, {}), ("for-you", TITLE_FOR_YOU, {"name": colleague}))
    link, found = f"{link_to(portal)}/beispiel", []
    for kind, title, more in kinds:
        letter = made(person, link, facts | more, f"ticket-{kind}:example")
        found.append(Example(f"ticket-{kind}", title, letter.subject, letter.text, letter.html))
    return found
