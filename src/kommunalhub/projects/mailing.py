"""What all letters about projects share: whether somebody wants one, and a project to show them."""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.notices import rules
from kommunalhub.notices.audience import Person
from kommunalhub.notices.box import box_of
from plone.uuid.interfaces import IUUID


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


def example():
    """Return (person, project) for letters that are shown and not sent."""
    name = in_site_language(_("example_reader", default="Mia Sample"))
    person = Person("example", name, "mia@example.org", True)
    return person, ProjectShown(in_site_language(PROJECT))


def wants(portal, project, userid, reason):
    """Return whether a person is written to about a project, for a reason of notices.rules."""
    box = box_of(portal, userid)
    if box is None:
        return True
    muted = IUUID(project) in box.muted
    mail = rules.CHANNELS[0]
    return rules.way(mail, box.mode(mail), reason, muted) != rules.NEVER
