"""CSS selectors are brought into XPath once: plone.protect asks for the same few on every page."""

from functools import lru_cache
from lxml.cssselect import LxmlHTMLTranslator


PREFIX = "descendant-or-self::"
_anew = LxmlHTMLTranslator.css_to_xpath


def css_to_xpath(self, css, prefix=PREFIX):
    """Return the XPath for a selector, as the translator's own method does."""
    return _anew(self, css, prefix) if self.xhtml else _for_html(css, prefix)


@lru_cache(maxsize=500)
def _for_html(css, prefix):
    return _anew(LxmlHTMLTranslator(), css, prefix)
