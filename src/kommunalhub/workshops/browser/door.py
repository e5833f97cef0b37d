"""@@workshop-planen: the way to the form for a new workshop, whoever follows it."""

from kommunalhub import _
from kommunalhub.security.browser.door import Door
from kommunalhub.workshops import sections
from kommunalhub.workshops import workflow


class PlanWorkshop(Door):
    """Leads trainers to the form in `workshops`."""

    portal_type = workflow.TYPE
    permission = workflow.ADD_WORKSHOP
    title = _("door_workshop", default="Plan a workshop")
    lead = _(
        "door_workshop_lead",
        default="Say what it is about, when and where; people register here.",
    )
    refusal = _(
        "door_workshop_refusal",
        default="Workshops are planned by the trainers of the hub. Please tell them what you "
        "would like to learn or to teach.",
    )

    def folder(self):
        return sections.workshops_folder(self.context)
