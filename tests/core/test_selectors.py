"""Selectors are brought into XPath once, and mean what they meant."""

from kommunalhub.core import selectors
from lxml import html
from lxml.cssselect import LxmlHTMLTranslator

import pytest


SELECTORS = ("form", '[name="_authenticator"]', "body", "#protect-script", "a.x > b:not(.y)")


@pytest.mark.parametrize("xhtml", [False, True])
@pytest.mark.parametrize("css", SELECTORS)
def test_they_mean_what_they_meant(integration, css, xhtml):
    translator = LxmlHTMLTranslator(xhtml=xhtml)
    assert LxmlHTMLTranslator.css_to_xpath is selectors.css_to_xpath
    for prefix in ("descendant-or-self::", "//"):
        anew = selectors._anew(translator, css, prefix)
        assert [translator.css_to_xpath(css, prefix) for _time in range(2)] == [anew, anew]


def test_pages_are_searched_with_them(integration):
    page = html.fromstring("<FORM><input name='_authenticator'></FORM>")
    assert len(page.cssselect('form [name="_authenticator"]')) == 1
