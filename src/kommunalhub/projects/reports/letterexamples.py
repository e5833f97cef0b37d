"""The letter about reports with made-up data, for the page that shows them."""

from kommunalhub import _
from kommunalhub.core.letters import Example
from kommunalhub.notices.address import link_to
from kommunalhub.projects import mailing
from kommunalhub.projects.reports import letters


TITLE = _("example_report", default="The report of a project is missing")


def examples(portal, request):
    """Return the Examples of the letters about reports, see core/letters.py."""
    person, project = mailing.example()
    link = f"{link_to(portal)}/beispiel"
    letter = letters.letter(portal, person, project, "2026-10", "example", link)
    return [Example("project-report", TITLE, letter.subject, letter.text, letter.html)]
