"""The letter that says that a ticket has arrived: its number, by when somebody looks, and who."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.letters import Example
from kommunalhub.core.tools import site
from kommunalhub.notices.address import link_for
from kommunalhub.notices.address import link_to
from kommunalhub.notices.audience import Person
from kommunalhub.notices.audience import person_of
from kommunalhub.notices.letters.writing import write
from kommunalhub.notices.operations import post
from kommunalhub.support.clock import settings
from plone import api


SUBJECT = _("mail_subject_ticket_reported", default="Your ticket ${number} has arrived")
ARRIVED = _(
    "letter_ticket_reported",
    default="your ticket “${title}” has arrived. Its number is ${number}.",
)
LOOKS = _("letter_ticket_looks", default="The support of the hub looks at it by ${when}.")
SOON = _("letter_ticket_soon", default="The support of the hub looks at it.")
HOURS = _("letter_ticket_hours", default="Service hours: ${hours}.")
WHY = _("letter_ticket_why", default="You get this mail because you have reported something.")
LINK = _("letter_ticket_link", default="Your ticket")
TITLE = _("example_ticket_reported", default="Ticket: arrived")


def acknowledge(ticket):
    """Tell who has just reported a ticket that it has arrived; nobody without an address."""
    member = api.user.get(userid=ticket.Creator())
    person = person_of(member) if member is not None else None
    if person is None or not person.email:
        return
    facts = facts_of(ticket.Title(), ticket.case_number, ticket.due)
    link = link_for(site(), person.userid, ticket)
    post(site(), made(person, link, facts, f"ticket-reported:{ticket.UID()}"))


def facts_of(title, number, due):
    """Return what the letter says, by name; when: None where nothing is promised."""
    lines = (line.strip() for line in settings.hours_text().splitlines())
    return {
        "title": title,
        "number": number,
        "when": formatting.moment(due) if due else None,
        "hours": ", ".join(filter(None, lines)),
    }


def made(person, link, facts, key):
    """Return the Letter."""
    return write(
        site(),
        person,
        "plain",
        key=key,
        subject=filled(SUBJECT, facts),
        sentences=[in_site_language(filled(text, facts)) for text in sentences(facts)],
        facts=[],
        why=in_site_language(WHY),
        links=[(in_site_language(LINK), link)],
    )


def sentences(facts):
    """Return the messages that say that a ticket has arrived, and what follows."""
    return (ARRIVED, LOOKS if facts["when"] else SOON, HOURS)


def filled(message, facts):
    return message.__class__(message, mapping=facts)


def examples(portal, request):
    """Return the Example of the letter."""
    name = in_site_language(_("example_reader", default="Mia Sample"))
    person = Person("", name, "mia@example.org", False)
    facts = {
        "title": "Drucker druckt nur leere Seiten",
        "number": "T-2026-012",
        "when": formatting.moment(formatting.now()),
        "hours": "Mo–Do 8:00–16:00, Fr 8:00–12:00",
    }
    letter = made(person, f"{link_to(portal)}/beispiel", facts, "ticket-reported:example")
    return [Example("ticket-reported", TITLE, letter.subject, letter.text, letter.html)]
