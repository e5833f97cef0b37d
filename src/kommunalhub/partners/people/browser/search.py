"""@@pas_search: behind sharing, user pages and REST, without people who may not be found."""

from kommunalhub.partners.people.visible import is_visible
from Products.PlonePAS.browser.search import PASSearchView


class VisibleSearch(PASSearchView):
    """Plone's search for people and groups; it finds only whom this person may find."""

    def searchUsers(self, sort_by=None, **criteria):
        found = super().searchUsers(sort_by=sort_by, **criteria)
        return [info for info in found if is_visible(info["userid"])]
