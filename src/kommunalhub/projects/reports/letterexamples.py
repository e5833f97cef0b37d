"""The letter about reports with made-up data, for the page that shows them."""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.core.letters import Example
from kommunalhub.notices.address import link_to
from kommunalhub.notices.audience import Person
from kommunalhub.projects.reports import letters


TITLE = _("example_report", default="The report of a project is missing")
PROJECT = _("example_project", default="Benches for getting a lift")


@dataclass(frozen=True)
class ProjectShown:
    """A project that nobody has made."""

    title: str
    case_number: str = "PR-2026-0042"

    def Title(self):
        return self.title

    def UID(self):
        return ""


def examples(portal, request):
    """Return the Examples of the letters about reports, see core/letters.py."""
    name = in_site_language(_("example_reader", default="Mia Sample"))
    person = Person("example", name, "mia@example.org", True)
    project = ProjectShown(in_site_language(PROJECT))
    link = f"{link_to(portal)}/beispiel"
    letter = letters.letter(portal, person, project, "2026-10", "example", link)
    return [Example("project-report", TITLE, letter.subject, letter.text, letter.html)]
