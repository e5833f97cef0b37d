"""Pages that work by mail: where the site cannot send any, they say so and lead to who helps."""

from kommunalhub.security import mails
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class ByMail:
    """Mixin of a page of Plone's, before its class.

    heading: what the page is called. without_mail: what stands there then. Both translatable.
    """

    no_mail = ViewPageTemplateFile("templates/nomail.pt")
    heading = without_mail = ""

    def __call__(self):
        if mails.can_send():
            return super().__call__()
        self.request.response.setHeader("Cache-Control", "no-store")
        return self.no_mail()
