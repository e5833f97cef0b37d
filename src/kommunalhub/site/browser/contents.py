"""The table of what is in a folder, and the list of hits that Plone's scripts ask for."""

from kommunalhub.core.titles import state_title
from plone.app.content.browser.contents import FolderContentsView
from plone.app.content.browser.vocabulary import VocabularyView
from plone.app.contenttypes.interfaces import IFolder
from plone.base.interfaces import IPloneSiteRoot
from zope.i18n import translate

import json


class Contents(FolderContentsView):
    """folder_contents: Plone's table, drawn by its script alone."""

    def get_columns(self):
        return named(super().get_columns())

    def get_indexes(self):
        return named(super().get_indexes())

    def plain(self):
        """Return the address of a list of the same things that needs no script."""
        url = self.context.absolute_url()
        if IPloneSiteRoot.providedBy(self.context):
            return f"{url}/sitemap"
        return f"{url}/@@hub-listing" if IFolder.providedBy(self.context) else f"{url}/view"


def named(choices):
    """Return the columns and indexes of a {id: title} that have a title; the others are inner."""
    return {name: title for name, title in choices.items() if title != name}


class Vocabulary(VocabularyView):
    """@@getVocabulary: states of hits by their title, for tables show them as they come."""

    def __call__(self):
        answer = super().__call__()
        if '"review_state"' not in answer:
            return answer
        found = json.loads(answer)
        for hit in found.get("results", ()):
            title = state_title(hit.get("portal_type", ""), hit["review_state"])
            hit["review_state"] = translate(title, context=self.request)
        return json.dumps(found)
