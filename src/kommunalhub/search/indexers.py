"""What the catalog knows of everything, for filters."""

from Acquisition import aq_chain
from Acquisition import aq_inner
from itertools import takewhile
from kommunalhub.search.texts import words_of_rich
from plone.app.contenttypes.behaviors.richtext import IRichTextBehavior
from plone.base.utils import safe_text
from plone.dexterity.interfaces import IDexterityContent
from plone.indexer.decorator import indexer
from plone.indexer.interfaces import IIndexer
from Products.CMFCore.interfaces import ISiteRoot
from zope.interface import implementer


@implementer(IIndexer)
class SearchableRichText:
    """What pages and news are found by; of their markup Plone's own indexer makes other words.

    It puts blanks where a browser shows one word (u, span), and a whole table into one line. A
    class and no decorated function, for the site's component registry keeps it by its name.
    """

    def __init__(self, context, catalog):
        self.context = context

    def __call__(self):
        context = self.context
        rich = IRichTextBehavior(context, None)
        words = " ".join(safe_text(subject) for subject in context.Subject())
        texts = (context.getId(), context.title, context.description, words)
        typed = " ".join(safe_text(text) for text in texts if text)
        return f"{typed}\n{words_of_rich(rich.text) if rich is not None else ''}".strip()


@indexer(IDexterityContent)
def section(obj):
    """Return the id of the folder at the top of the site that a thing stands in."""
    # no asking for the site: what waits for the commit is indexed without one
    way = list(takewhile(lambda one: not ISiteRoot.providedBy(one), aq_chain(aq_inner(obj))))
    if len(way) < 2:
        raise AttributeError("section")
    return way[-1].getId()


@indexer(IDexterityContent)
def year_changed(obj):
    """Return the year of the last change as text."""
    return str(obj.modified().year())
