"""Who is reminded of a report: who wrote the project down, and the editors of its lead."""

from kommunalhub.core.persons import members_of
from kommunalhub.core.tools import site
from kommunalhub.notices import ringing
from kommunalhub.notices import rules
from kommunalhub.notices.audience import people_who_see
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.operations import post
from kommunalhub.notices.ringing import ring
from kommunalhub.partners.localroles import stored_partner
from kommunalhub.projects.mailing import wants
from kommunalhub.projects.reports import letters
from kommunalhub.projects.reports import operations
from plone.uuid.interfaces import IUUID


def remind(project, month):
    """Ring for all who lead a project, and write to those who want it; once for each month."""
    if not operations.note_reminded(project, month):
        return
    portal = site()
    may_mail = settings_of(portal) is not None
    concerned = ({project.Creator()} | members_of(f"{stored_partner(project)}-editors")) - {""}
    for userid, person in people_who_see(project, concerned).items():
        ring(portal, userid, project, ringing.PASSED)
        if may_mail and person.email and wants(portal, project, userid, rules.OVERDUE):
            key = f"project-report:{IUUID(project)}:{month}:{userid}"
            post(portal, letters.letter(portal, person, project, month, key))
