"""What pages of a person share: for who is signed in, and no change without our own form.

They are registered for `kommunalhub.SignedIn`, or for a permission that says more.
"""

from functools import cached_property
from kommunalhub.core import asking
from plone import api
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView


class OwnPage(BrowserView):
    """A page about what belongs to the person who looks at it."""

    def __call__(self):
        if self.request.method == "POST":
            check_authenticator(self.request)
            return self.post()
        return self.template()

    def post(self):
        """Do what the form asks for and lead on."""
        raise NotImplementedError

    @cached_property
    def portal(self):
        return api.portal.get()

    @property
    def userid(self):
        return asking.userid()

    @property
    def token(self):
        return createToken()

    @property
    def site_url(self):
        return self.portal.absolute_url()

    def field(self, name):
        """Return one text of the form, empty when it is something else."""
        value = self.request.form.get(name)
        return value if isinstance(value, str) else ""

    def lead_to(self, url, message=None):
        if message is not None:
            api.portal.show_message(message, self.request)
        self.request.response.redirect(url)
        return ""
