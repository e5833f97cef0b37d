"""@@qr-etiketten of the list of devices: codes to stick on them, as a page and as PDF."""

from kommunalhub.booking.codes import sheets
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.tools import site_url
from kommunalhub.support.devices import finding
from kommunalhub.support.devices import labels
from Products.Five import BrowserView
from urllib.parse import urlencode


class LabelsPage(BrowserView):
    """For who keeps the list: of those devices that the address chooses, or of one."""

    def asked(self):
        """Return the UID of the device that is asked for alone, or ""."""
        value = self.request.form.get("uid")
        return value if isinstance(value, str) else ""

    def codes(self):
        return labels.codes_of(finding.chosen_in(self.request.form), self.asked())

    def most(self):
        return labels.MOST

    def style(self):
        return static_url("plan.css", site_url())

    @property
    def pdf_url(self):
        chosen = finding.chosen_in(self.request.form)
        if self.asked().isalnum():
            chosen["uid"] = self.asked()
        query = f"?{urlencode(chosen)}" if chosen else ""
        return f"{self.context.absolute_url()}/@@qr-etiketten.pdf{query}"


class LabelsPdf(LabelsPage):
    """The same as an accessible PDF."""

    def __call__(self):
        pdf = sheets.pdf_with(labels.TITLE, labels.ABOUT, labels.SCAN, self.codes())
        return sheets.answer(self.request.response, pdf, "etiketten")
