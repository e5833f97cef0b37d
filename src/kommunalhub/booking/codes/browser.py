"""@@qr-codes of a folder of spaces: all codes on sheets of A4, as a page and as PDF."""

from kommunalhub.booking.codes.sheets import answer
from kommunalhub.booking.codes.sheets import codes_of
from kommunalhub.booking.codes.sheets import pdf_bytes
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.tools import site_url
from Products.Five import BrowserView


class CodesPage(BrowserView):
    """For the hub management: printed as it stands, or taken as PDF."""

    def asked(self):
        """Return the UID of the space that is asked for alone, or ""."""
        value = self.request.form.get("space")
        return value if isinstance(value, str) else ""

    def codes(self):
        return codes_of(self.context, self.asked())

    def style(self):
        return static_url("plan.css", site_url())

    @property
    def pdf_url(self):
        alone = f"?space={self.asked()}" if self.asked().isalnum() else ""
        return f"{self.context.absolute_url()}/@@qr-codes.pdf{alone}"

    @property
    def plan_url(self):
        return f"{self.context.absolute_url()}/@@raumplan"


class CodesPdf(CodesPage):
    """The same as an accessible PDF."""

    def __call__(self):
        pdf = pdf_bytes(self.context, self.asked())
        return answer(self.request.response, pdf, "qr-codes")
