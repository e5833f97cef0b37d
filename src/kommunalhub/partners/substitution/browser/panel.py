"""The control panel of substitutions: all of them, and the way to enter one for somebody ill."""

from kommunalhub.partners.substitution import operations
from kommunalhub.partners.substitution.browser.rows import row_of
from kommunalhub.partners.substitution.people import people_with_tasks
from plone.protect.authenticator import createToken
from Products.Five import BrowserView


class SubstitutionsPanel(BrowserView):
    """Lists what is running and planned."""

    @property
    def token(self):
        return createToken()

    def rows(self):
        return [row_of(one) for one in operations.all_running()]

    def people(self):
        return [{"value": userid, "title": name} for userid, name in people_with_tasks()]

    def page_url(self):
        return f"{self.context.absolute_url()}/@@vertretung"
