"""`@@geprueft` of a programme: one click says that the terms were compared with the source."""

from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.funding.programmes import operations
from zExceptions import MethodNotAllowed


class Checked(OwnPage):
    """POST alone; the same again on the same day changes nothing."""

    def __call__(self):
        if self.request.method != "POST":
            raise MethodNotAllowed("POST")
        return super().__call__()

    def post(self):
        operations.check(self.context)
        message = _("message_programme_checked", default="Noted: checked today.")
        return self.lead_to(self.context.absolute_url(), message)
