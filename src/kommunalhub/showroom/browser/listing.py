"""`showroom`: the exhibits that who asks may see."""

from kommunalhub.core import asking
from kommunalhub.core.badges import badge_of_brain
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site_url
from kommunalhub.showroom import workflow
from Products.Five import BrowserView


class Showroom(BrowserView):
    """The list."""

    def rows(self):
        brains = catalog()(portal_type=workflow.TYPE, sort_on="sortable_title")
        return [
            {
                "title": brain.Title,
                "url": brain.getURL(),
                "about": brain.Description,
                "badge": badge_of_brain(brain),
            }
            for brain in brains
        ]

    def add_url(self):
        if asking.may(workflow.ADD, self.context):
            return f"{site_url()}/@@ausstellungsstueck-anlegen"
        return None
