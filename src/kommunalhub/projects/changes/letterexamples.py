"""The letters about partners with made-up data, for the page that shows them."""

from kommunalhub import _
from kommunalhub.core.letters import Example
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import short_title_of
from kommunalhub.projects import mailing
from kommunalhub.projects.changes import letters


TITLES = {
    letters.LEFT: _("example_project_left", default="An administration leaves a project"),
    letters.NOT_JOINED: _(
        "example_project_not_joined", default="An administration does not join a project after all"
    ),
}


def examples(portal, request):
    """Return the Examples of the letters about partners, see core/letters.py."""
    person, project = mailing.example()
    partners = sorted(partner_ids())[-2:]
    found = []
    for what, title in TITLES.items():
        letter = letters.letter_about(
            portal, person, project, partners[0], what, "example", lead=short_title_of(partners[-1])
        )
        name = f"project-{what}"
        found.append(Example(name, title, letter.subject, letter.text, letter.html))
    return found
