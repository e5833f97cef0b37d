"""@@saved-searches: the saved searches of who is signed in; works without scripts."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.search import engine
from kommunalhub.search.saved import operations
from kommunalhub.search.saved import rules
from kommunalhub.search.saved.storage import searches_of
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


GONE = _("saved_search_gone", default="This search is not there any more.")


class SavedSearches(OwnPage):
    """Open, rename, pause and delete; each is a button of one form in the row of its search."""

    template = ViewPageTemplateFile("templates/saved.pt")
    problem = None
    longest = rules.LONGEST_TITLE

    @property
    def url(self):
        return f"{self.site_url}/@@saved-searches"

    @cached_property
    def rows(self):
        found = searches_of(self.portal, self.userid)
        counts, facets = operations.new_counts(found), dict(engine.facets(False))
        return [self.row(saved, counts[saved.id], facets) for saved in found]

    def row(self, saved, new, facets):
        named = [
            facets[name].title_of(value)
            for name, values in saved.chosen.items()
            for value in values
            if name in facets
        ]
        return {
            "id": saved.id,
            "title": saved.title,
            "text": saved.text,
            "filters": named,
            "url": f"{self.site_url}/@@search?{saved.address}",
            "new": new,
            "is_paused": saved.is_paused,
            "day": formatting.day(saved.created),
        }

    def post(self):
        saved = operations.get(self.portal, self.userid, self.field("id"))
        if saved is None:
            return self.refuse(GONE, 404)
        if self.field("open"):
            operations.see(saved)
            return self.lead_to(f"{self.site_url}/@@search?{saved.address}")
        try:
            return self.lead_to(self.url, self.change(saved))
        except operations.NotSaved as error:
            return self.refuse(error.message, 400)

    def change(self, saved):
        """Do what the button says and return what was done."""
        if self.field("delete"):
            operations.delete(self.portal, self.userid, saved.id)
            return _("saved_search_deleted", default="The search is deleted.")
        if self.field("pause"):
            operations.pause(saved, True)
            return _("saved_search_paused", default="You hear no more of this search.")
        if self.field("resume"):
            operations.pause(saved, False)
            return _("saved_search_resumed", default="You hear of this search again.")
        operations.rename(saved, self.field("title"))
        return _("saved_search_renamed", default="The search has a new name.")

    def refuse(self, problem, status):
        self.problem = problem
        self.request.response.setStatus(status)
        return self.template()
