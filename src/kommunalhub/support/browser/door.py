"""@@stoerung-melden: the way to the form for a ticket, whoever follows it."""

from kommunalhub import _
from kommunalhub.security.browser.door import Door
from kommunalhub.support import operations
from kommunalhub.support import workflow
from kommunalhub.support.devices.rules import UID
from kommunalhub.support.outside import operations as outside


class ReportProblem(Door):
    """Leads everybody with an account to the form in `support`."""

    portal_type = workflow.TYPE
    permission = workflow.ADD_TICKET
    for_everybody = True
    title = _("offer_support", default="Report a problem")
    lead = _(
        "door_support_lead",
        default="Support helps staff of the administrations and whoever works in the hub.",
    )
    refusal = _(
        "door_support_refusal",
        default="You cannot report anything with this account. Please ask your administration.",
    )

    without_title = _("door_without_report", default="Report without an account")

    def __call__(self):
        """Keep what the code on a device says on the way to the form."""
        answer = super().__call__()
        location = self.request.response.getHeader("Location")
        if location and self.device:
            self.request.response.setHeader("Location", f"{location}?device={self.device}")
        return answer

    @property
    def device(self):
        """The UID of the device that stands in the address, or ""."""
        value = self.request.form.get("device")
        return value if isinstance(value, str) and UID.fullmatch(value) else ""

    @property
    def url(self):
        return super().url + self.about_device

    @property
    def about_device(self):
        return f"?device={self.device}" if self.device else ""

    @property
    def without_url(self):
        section = self.section()
        if section is None or not outside.is_offered():
            return None  # no mail can be sent
        return f"{section.absolute_url()}/@@stoerung-ohne-konto{self.about_device}"

    def folder(self):
        return self.context.unrestrictedTraverse(operations.SECTION, None)
