"""„Beratung anfragen“: brings a person to the form in the folder of their administration."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.funding import operations
from kommunalhub.funding import workflow
from kommunalhub.partners.operations import get_partner
from kommunalhub.partners.operations import partners_of
from kommunalhub.security.browser.door import Door
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class AskForAdvice(Door):
    """Sends on, asks for which administration, or says who is helped how.

    Parameter `programme`: UID of a programme that the form then shows as chosen.
    """

    choice = ViewPageTemplateFile("templates/choice.pt")
    portal_type = "FundingConsultation"
    permission = workflow.ADD_CONSULTATION
    title = _("heading_ask_for_advice", default="Ask for advice on funding")
    lead = _(
        "ask_for_advice_lead",
        default="You have a project, we look for the programme that pays for it.",
    )
    refusal = _(
        "ask_for_advice_refusal",
        default="The advice is for the administrations of the hub; their people ask for it with "
        "their account. If you work for one of them and do not get on, please tell the hub "
        "management. The catalogue of programmes is open to everybody.",
    )

    def __call__(self):
        doors = self.doors()
        if len(doors) == 1:
            return self.request.response.redirect(doors[0]["url"], status=303)
        return self.choice() if doors else self.template()

    def doors(self):
        """Return [{title, url}] of the forms in the folders in which this person may ask."""
        if self.is_anonymous:
            return []
        portal = api.portal.get()
        doors = []
        for partner_id in partners_of():
            folder = operations.folder_of(portal, partner_id)
            if folder is not None and asking.may(self.permission, folder):
                url = f"{folder.absolute_url()}/++add++{self.portal_type}{self._query()}"
                doors.append({"title": get_partner(partner_id).title, "url": url})
        return doors

    def folder(self):
        """Return the section: the folders behind the door are found in doors()."""
        return api.portal.get().get("foerderung")

    @property
    def url(self):
        return f"{super().url}{self._query()}"

    def _query(self):
        programme = str(self.request.form.get("programme", ""))
        return f"?programme={programme}" if programme.isalnum() else ""
