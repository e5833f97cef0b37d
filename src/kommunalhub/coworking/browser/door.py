"""@@arbeitsplatz-beantragen: the way to the form for an application, whoever follows it."""

from Acquisition import aq_parent
from kommunalhub import _
from kommunalhub.coworking import operations
from kommunalhub.coworking import workflow
from kommunalhub.notices.delivery import settings_of
from kommunalhub.security.browser.door import Door
from plone import api


class ApplyForSpace(Door):
    """Leads everybody with an account to the form in `co-working/antraege`."""

    portal_type = "CoworkingApplication"
    permission = workflow.ADD_APPLICATION
    for_everybody = True
    title = _("door_coworking", default="Apply for a workplace")
    lead = _(
        "door_coworking_lead",
        default="Administrations, start-ups, companies and single persons can work in the hub.",
    )
    refusal = _(
        "door_coworking_refusal",
        default="You cannot apply with this account. Please ask the administration in whose house "
        "the co-working space is.",
    )

    def folder(self):
        return operations.applications_folder(self.context)

    @property
    def without_url(self):
        section = self.section()
        if section is None or settings_of(api.portal.get()) is None:
            return None  # no mail can be sent
        return f"{section.absolute_url()}/@@antrag-ohne-konto"

    def section(self):
        folder = self.folder()
        return aq_parent(folder) if folder is not None else None
