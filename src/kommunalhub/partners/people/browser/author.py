"""author/<id>: a page about a person, for those who may find this person."""

from kommunalhub.partners.people.visible import is_visible
from pathlib import Path
from Products.CMFPlone import browser
from Products.CMFPlone.browser.author import AuthorView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


class VisibleAuthor(AuthorView):
    """Plone's page; a hidden person and nobody at all look the same: not found."""

    index = ViewPageTemplateFile("author.pt", str(Path(browser.__file__).parent / "templates"))

    def __call__(self):
        # Not while traversing: nobody is logged in by then.
        if not self.username or not is_visible(self.username):
            raise NotFound("author")
        if "form.widgets.author" in self.request.form:  # mail goes to the person of the address
            self.request.form["form.widgets.author"] = self.username
        return super().__call__()
