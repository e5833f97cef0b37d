"""@@ausstellungsstueck-anlegen: the way to the form for a new exhibit, whoever follows it."""

from kommunalhub import _
from kommunalhub.core.tools import site
from kommunalhub.security.browser.door import Door
from kommunalhub.showroom import operations
from kommunalhub.showroom import workflow


class MakeExhibit(Door):
    """Leads authors to the form in `showroom`."""

    portal_type = workflow.TYPE
    permission = workflow.ADD
    title = _("door_exhibit", default="Make an exhibit")
    lead = _(
        "door_exhibit_lead",
        default="Show citizens a place, a thing or an event of your region.",
    )
    refusal = _(
        "door_exhibit_refusal",
        default="Exhibits are made by the editors of the administrations. Please tell those of "
        "yours what you would like to show.",
    )

    def folder(self):
        return operations.showroom_of(site())
