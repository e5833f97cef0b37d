"""The texts that a thing is found by, as far as Plone knows them."""

from Acquisition import aq_base
from kommunalhub.lib.headings import headings_of
from kommunalhub.lib.headings import ways_of
from kommunalhub.lib.htmltext import text_of
from kommunalhub.search.interfaces import IFileText
from kommunalhub.search.interfaces import ISearchText
from plone.app.textfield.interfaces import IRichTextValue
from plone.base.utils import safe_text
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


@implementer(ISearchText)
@adapter(Interface)
class SearchText:
    """Title, description and subjects, and what Plone's own index of all words gets."""

    def __init__(self, context):
        self.context = context

    @property
    def title(self):
        return _value(self.context, "Title")

    @property
    def keywords(self):
        subjects = _value(self.context, "Subject")
        words = [subjects] if isinstance(subjects, str) else subjects
        return "\n".join([_value(self.context, "Description"), " ".join(map(str, words))]).strip()

    @property
    def body(self):
        """Return what was typed; what a file says stands at the end there, and in `pages` here."""
        words = safe_text(_value(self.context, "SearchableText"))
        kept = IFileText(self.context, None)
        words = words.removesuffix(kept.text) if kept is not None else words
        # Plone puts these first; they are found by themselves, and a name in an address by nobody
        for name in ("getId", "Title", "Description"):
            words = words.lstrip().removeprefix(safe_text(_value(self.context, name)))
        return words.strip()

    @property
    def sections(self):
        """Return the headings of the text of a page, where they stand in `body`."""
        rich = getattr(aq_base(self.context), "text", None)
        if not IRichTextValue.providedBy(rich) or "html" not in (rich.mimeType or ""):
            return ()
        return tuple(sections_in(self.body, ways_of(headings_of(safe_text(rich.raw or "")))))

    @property
    def pages(self):
        kept = IFileText(self.context, None)
        return tuple(kept.parts) if kept is not None else ()

    @property
    def unit(self):
        kept = IFileText(self.context, None)
        return kept.unit if kept is not None else None


def sections_in(body, ways):
    """Yield (offset, headings, id) of headings that are lines of a text, in their order.

    >>> list(sections_in("Bau\\nVorab\\nFrist\\nBald", [(("Bau",), "b"), (("Bau", "Frist"), "f")]))
    [(0, ('Bau',), 'b'), (10, ('Bau', 'Frist'), 'f')]
    """
    lines, offset = {}, 0
    for line in body.split("\n"):
        lines.setdefault(" ".join(line.split()), []).append(offset)
        offset += len(line) + 1
    at = -1
    for way, id in ways:
        place = next((place for place in lines.get(way[-1], ()) if place > at), None)
        if place is not None:
            at = place
            yield place, way, id


def words_of_rich(value):
    """Return the text of a RichTextValue (or None) without its markup."""
    raw = safe_text(value.raw) if value is not None and value.raw else ""
    return text_of(raw) if "html" in (value.mimeType if raw else "") else raw


def _value(context, name):
    """Return what the catalog would get: of an indexer, a method or an attribute."""
    value = getattr(context, name, None)
    return (value() if callable(value) else value) or ""
