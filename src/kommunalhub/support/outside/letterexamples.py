"""One of each letter to who has no account, with made-up data, for the page that shows them."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.letters import Example
from kommunalhub.notices.address import link_to
from kommunalhub.notices.audience import Person
from kommunalhub.support.letters import facts_of
from kommunalhub.support.outside import letters


TITLES = {
    letters.CONFIRMING: _(
        "example_ticket_confirm", default="Ticket without an account: confirm the address"
    ),
    letters.RECEIVED: _("example_ticket_by_link", default="Ticket without an account: arrived"),
    letters.RENEWED: _("example_ticket_renewed", default="Ticket without an account: a new link"),
}


def examples(portal, request):
    """Return the Examples of the letters about tickets without an account."""
    name = in_site_language(_("example_reader", default="Mia Sample"))
    person = Person("", name, "mia@example.org", False)
    facts = facts_of("Drucker druckt nur leere Seiten", "T-2026-012", formatting.now())
    facts |= {"until": letters.until()}
    link = f"{link_to(portal)}/beispiel"
    made = {kind: letters.made(kind, person, link, facts) for kind in TITLES}
    return [
        Example(f"ticket-link-{kind}", TITLES[kind], one.subject, one.text, one.html)
        for kind, one in made.items()
    ]
