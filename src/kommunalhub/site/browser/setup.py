"""The site's settings: what this person may open, and nothing about software for others."""

from kommunalhub.core import asking
from Products.CMFPlone.controlpanel.browser.overview import OverviewControlPanel
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Settings(OverviewControlPanel):
    """@@overview-controlpanel: no door that stays closed, versions for administrators only."""

    template = ViewPageTemplateFile("templates/settings.pt")

    def mailhost_warning(self):
        """Return whether this person can do something about a missing mail server."""
        return super().mailhost_warning() and self.may("Plone Site Setup: Mail")

    def may_see_versions(self):
        return self.may("Manage portal")

    def may(self, permission):
        return asking.may(permission, self.context)

    def panels(self):
        """Return [{title, links}]: the groups with something to open, in Plone's order."""
        groups = [
            {
                "title": group["title"],
                "links": [link for link in self.sublists(group["id"]) if link["visible"]],
            }
            for group in self.categories()
        ]
        return [group for group in groups if group["links"]]
