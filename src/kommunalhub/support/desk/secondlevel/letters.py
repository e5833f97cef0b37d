"""The letter to the second level: a ticket has been handed over. Others are told by notices."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.language import in_site_language
from kommunalhub.core.letters import Example
from kommunalhub.core.messages import filled
from kommunalhub.core.persons import members_of
from kommunalhub.core.tools import site
from kommunalhub.notices.address import link_to
from kommunalhub.notices.audience import Person
from kommunalhub.notices.audience import person_of
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.letters.writing import write
from kommunalhub.notices.operations import post
from kommunalhub.partners.membership import operator_partner
from kommunalhub.partners.rules import groups_of
from plone import api


#: The page of the second level on the section of support.
PAGE = "zweite-ebene"
SUBJECT = _("mail_second_handed", default="Second level: ticket ${number} for you")
SENTENCE = _(
    "letter_second_handed",
    default="the support of the hub has handed a ticket over to you: “${title}”. What you need to "
    "know of it stands on its page, and there you answer.",
)
WHY = _(
    "letter_second_why",
    default="You get this mail because your organisation runs the hub and is its second level.",
)
LINK = _("letter_second_link", default="To what was handed over")
TITLE = _("example_second_handed", default="Second level: a ticket was handed over")


def tell_second_level(ticket, title):
    """Write to everybody who works for the partner that runs the hub, but who does it.

    title: as it was handed over.
    """
    portal = site()
    if settings_of(portal) is None:
        return
    number, uid = ticket.case_number, ticket.UID()
    link = f"{link_to(portal, ticket.__parent__, PAGE)}?ticket={uid}"
    people = members_of(*groups_of(operator_partner()).values()) - {asking.userid()}
    for userid in sorted(people):
        member = api.user.get(userid=userid)
        person = person_of(member) if member is not None else None
        if person is not None and person.email:
            key = f"second-level:{uid}:{len(ticket.handed_on.parcels)}:{userid}"
            post(portal, letter(portal, person, number, title, link, key))


def letter(portal, person, number, title, link, key):
    """Return the Letter; it says nothing that was not handed over."""
    said = {"number": number, "title": title}
    return write(
        portal,
        person,
        "plain",
        key=key,
        subject=filled(SUBJECT, said),
        sentences=[in_site_language(filled(SENTENCE, said))],
        facts=[],
        why=in_site_language(WHY),
        links=[(in_site_language(LINK), link)],
    )


def examples(portal, request):
    """Return the Example of the letter."""
    name = in_site_language(_("example_reader", default="Mia Sample"))
    reader = Person("example", name, "mia@example.org", True)
    title = "Drucker druckt nur leere Seiten"
    one = letter(portal, reader, "T-2026-012", title, link_to(portal), "example")
    return [Example("second-level-handed", TITLE, one.subject, one.text, one.html)]
