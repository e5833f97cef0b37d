"""The letters to who has no account, beside those that everybody with a ticket gets (notices)."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core import links
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import site
from kommunalhub.notices.address import address_of
from kommunalhub.notices.address import link_for
from kommunalhub.notices.answering import envelope_of
from kommunalhub.notices.audience import Person
from kommunalhub.notices.letters import cases
from kommunalhub.notices.letters.writing import write
from kommunalhub.security.guests import operations as guests
from kommunalhub.support import letters as support
from kommunalhub.support.operations import SECTION


CONFIRM_PAGE = f"{SECTION}/@@anfrage-bestaetigen"
CONFIRMING, RECEIVED, RENEWED = "confirm", "received", "renewed"
SUBJECTS = {
    CONFIRMING: _("mail_subject_ticket_confirm", default="Please confirm your report"),
    RECEIVED: support.SUBJECT,
    RENEWED: _("mail_subject_ticket_renewed", default="Your link to ticket ${number}"),
}
CONFIRM = (
    _(
        "letter_ticket_confirm",
        default="somebody has reported a problem to the support of the hub with this address. If "
        "it was you, please confirm it within two days: only then we get your report.",
    ),
    _(
        "letter_apply_confirm_else",
        default="If it was not you, you need not do anything. What was entered is then deleted.",
    ),
)
BY_LINK = _(
    "letter_ticket_by_link",
    default="By the link you see at any time where it stands, answer and add pictures or files. It "
    "is good until ${until}; you can have a new one sent to you at any time. Please do not pass it "
    "on: whoever has it can act for you.",
)
RENEW = (
    _("letter_ticket_renewed", default="here is the new link to your ticket."),
    _(
        "letter_apply_renewed_until",
        default="It is good until ${until}. Please do not pass it on: whoever has it can act "
        "for you.",
    ),
)
WHY = _("letter_apply_why", default="You get this mail because your address was entered.")
LINK_CONFIRM = _("letter_ticket_link_confirm", default="Confirm the report")


def confirming(name, email, key):
    """Return the Letter with the link that confirms an address."""
    link = f"{address_of(site())}/{CONFIRM_PAGE}?{links.KEY}={key}"
    return made(CONFIRMING, Person("", name, email, False), link, {})


def received(ticket):
    """Return the Letter with the number of a ticket and the link to it; it can be answered."""
    facts = support.facts_of(ticket.Title(), ticket.case_number, ticket.due)
    letter = _to_guest(ticket, RECEIVED, facts)
    envelope = envelope_of(ticket, ticket.Creator(), support.CREATED)
    return letter if envelope is None else cases.enclosed(letter, envelope)


def renewed(ticket):
    """Return the Letter with a fresh link."""
    return _to_guest(ticket, RENEWED, {"number": kept(ticket, "case_number")})


def until():
    """Return the day until which a link that is sent now is good."""
    return formatting.day(formatting.now() + guests.VALID)


def made(kind, person, link, facts):
    """Return the Letter of a kind. facts: what its subject and sentences ask for."""
    title = LINK_CONFIRM if kind == CONFIRMING else support.LINK
    moment = formatting.now().isoformat()
    return write(
        site(),
        person,
        "plain",
        key=f"ticket-{kind}:{person.userid or person.email}:{moment}",
        subject=filled(SUBJECTS[kind], facts),
        sentences=[in_site_language(filled(text, facts)) for text in sentences(kind, facts)],
        facts=[],
        why=in_site_language(WHY),
        links=[(in_site_language(title), link)],
    )


def sentences(kind, facts):
    """Return the messages that a letter of a kind consists of."""
    if kind == CONFIRMING:
        return CONFIRM
    return RENEW if kind == RENEWED else (*support.sentences(facts), BY_LINK)


def _to_guest(ticket, kind, facts):
    guest_id = ticket.Creator()
    guest = guests.get(guest_id)
    person = Person(guest_id, guest.name, guest.email, False)
    return made(kind, person, link_for(site(), guest_id, ticket), facts | {"until": until()})
