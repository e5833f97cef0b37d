"""One of each letter to who has no account, with made-up data, for the page that shows them."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.core.letters import Example
from kommunalhub.coworking.outside import letters
from kommunalhub.notices.address import link_to


TITLES = {
    letters.CONFIRMING: _("example_apply_confirm", default="Application: confirm the address"),
    letters.RECEIVED: _("example_apply_received", default="Application: arrived"),
    letters.RENEWED: _("example_apply_renewed", default="Application: a new link"),
}


def examples(portal, request):
    """Return the Examples of the letters about applications without an account."""
    found = []
    name = in_site_language(_("example_reader", default="Mia Sample"))
    told = {"number": "C-2026-012", "until": letters.until()}
    for kind, title in TITLES.items():
        link = f"{link_to(portal)}/beispiel"
        letter = letters.made(kind, name, "mia@example.org", link, told)
        found.append(Example(f"apply-{kind}", title, letter.subject, letter.text, letter.html))
    return found
