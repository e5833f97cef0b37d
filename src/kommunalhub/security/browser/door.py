"""Doors: pages such as @@unterlage-einreichen that lead to an add form, whoever follows them.

Who is signed in and may add something is sent on to the form in the right folder; who is not
signed in can do so or register first; everybody else reads who can help.
"""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.security import registration
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote


class Door(BrowserView):
    """A door; subclasses say where it leads and what stands on it."""

    template = ViewPageTemplateFile("templates/door.pt")

    #: What is added behind the door, and the permission for it.
    portal_type = ""
    permission = ""
    #: Heading, first sentence, and what those read who may not go through (translatable).
    title = lead = refusal = ""
    #: What leads to the form for who has no account.
    without_title = _("door_without_go", default="Apply without an account")
    #: Whether an account of one's own is enough to go through.
    for_everybody = False

    def __call__(self):
        folder = self.folder()
        if folder is not None and asking.may(self.permission, folder):
            target = f"{folder.absolute_url()}/++add++{self.portal_type}"
            return self.request.response.redirect(target, status=303)
        return self.template()

    def folder(self):
        """Return the folder to add in, None where the site has none."""
        raise NotImplementedError

    def back(self):
        """Return {url, title} of the section the door stands in, or None."""
        section = self.section()
        if section is None or not asking.may("View", section):
            return None
        return {"url": section.absolute_url(), "title": section.Title()}

    def section(self):
        """Return the section the door stands in; the folder itself where nothing else is said."""
        return self.folder()

    @property
    def is_anonymous(self):
        return asking.is_anonymous()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @property
    def login_url(self):
        return f"{self.context.absolute_url()}/login?came_from={quote(self.url, safe='')}"

    @property
    def without_url(self):
        """Address of a form for who has no account and wants none, None where there is none."""
        return None

    @property
    def register_url(self):
        """Address of the registration, None where it would not help or nobody can."""
        if not self.for_everybody or not registration.is_offered():
            return None
        return f"{self.context.absolute_url()}/@@register"
