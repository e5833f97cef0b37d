"""@@projekt-vorschlagen: the way to the form for a new project."""

from kommunalhub import _
from kommunalhub.projects import operations
from kommunalhub.projects import workflow
from kommunalhub.security.browser.door import Door


class ProposeProject(Door):
    """Leads the staff of the hub to the form in `projekte`."""

    portal_type = workflow.TYPE
    permission = workflow.ADD
    title = _("door_project", default="Propose a project")
    lead = _(
        "door_project_lead",
        default="Somebody from one of the administrations writes the idea down; then the partners "
        "are asked.",
    )
    refusal = _(
        "door_project_refusal",
        default="Projects are proposed by the staff of the administrations. Please tell them your "
        "idea: the contact stands with each project.",
    )

    def folder(self):
        return operations.section_of(self.context)
