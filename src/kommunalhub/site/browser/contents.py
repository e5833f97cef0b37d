"""The table of what is in a folder, and the list of hits that Plone's scripts ask for."""

from kommunalhub.core.titles import state_title
from kommunalhub.security.publication import questions
from kommunalhub.security.publication.columns import told
from plone.app.content.browser.contents import FolderContentsView
from plone.app.content.browser.vocabulary import SourceView
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


class Told:
    """Mixin of lists of hits: without what who asks is not told, nor in an order that tells it."""

    def __call__(self):
        questions.refuse(questions.orders(order_in(self.request.get("query"))), self.request)
        asked = self.request.get("attributes")
        if asked:
            self.request.set("attributes", json.dumps(told(names_in(asked))))
        return super().__call__()


def names_in(asked):
    """Return the names in a parameter: a list, one in JSON, or with commas between them."""
    text = asked.strip() if isinstance(asked, str) else ""
    if text[:1] + text[-1:] not in ("[]", "{}"):
        return text.split(",") if text else list(asked)
    try:
        return list(json.loads(text))
    except ValueError:
        return []


def order_in(query):
    """Return the order in a query in JSON, None where there is none."""
    try:
        read = json.loads(query) if isinstance(query, str) else query
    except ValueError:
        return None
    order = read.get("sort_on") if isinstance(read, dict) else None
    return order if isinstance(order, str | list) else None


class Source(Told, SourceView):
    """@@getSource: what a field may relate to."""


class Vocabulary(Told, VocabularyView):
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
