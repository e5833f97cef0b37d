"""@@see-page: one page of a file as a page of the site: its picture and, beside it, its text.

    <thing>/@@see-page?page=17&q=Vergabevermerk

The words asked for are marked in both; whoever does not see the picture reads the same.
"""

from functools import cached_property
from kommunalhub.core.private.catalog import indexes_of
from kommunalhub.core.tools import catalog
from kommunalhub.search.analysis.query import parse
from kommunalhub.search.browser.hits import html_of
from kommunalhub.search.browser.hits import SEE_PAGE
from kommunalhub.search.browser.hits import see_page_url
from kommunalhub.search.interfaces import IFileText
from kommunalhub.search.interfaces import INDEX
from kommunalhub.search.interfaces import ISearchEngine
from kommunalhub.search.marking import Marker
from kommunalhub.search.reading.pagepicture import number_asked
from kommunalhub.search.reading.pagepicture import page_picture_url
from kommunalhub.search.reading.pagepicture import question_asked
from kommunalhub.search.reading.words import place
from Products.Five import BrowserView
from urllib.parse import urlencode
from zExceptions import NotFound
from zope.component import getUtility


class SeePage(BrowserView):
    """page: a number of a page that was read; q: what somebody asked, may be left out."""

    def __call__(self):
        self.number, self.text = number_asked(self.request), question_asked(self.request)
        kept = IFileText(self.context, None)
        self.unit = kept.unit if kept is not None else None
        self.parts = [part for part in kept.parts if part.number == self.number] if kept else []
        if not self.parts or self.picture is None:
            raise NotFound(SEE_PAGE)
        self.numbers = sorted({part.number for part in kept.parts if part.number is not None})
        return self.index()

    @cached_property
    def picture(self):
        url = self.context.absolute_url()
        return page_picture_url(url, self.unit, self.number, self.text, "page")

    @property
    def label(self):
        return place(self.unit, self.number)

    @property
    def language(self):
        """Return the language of the page where it is told and not that of the site."""
        told = {part.language for part in self.parts} - {"", "de"}
        return told.pop() if len(told) == 1 else None

    @cached_property
    def paragraphs(self):
        """Return the text of the page as HTML, paragraph by paragraph, the words marked."""
        said = [text for part in self.parts for text in part.text.split("\n\n") if text.strip()]
        if not self.text.strip():
            return [html_of([(text, False)]) for text in said]
        analyser = getUtility(ISearchEngine).analyser(indexes_of(catalog())[INDEX])
        marker = Marker(analyser, parse(self.text))
        return [html_of(marker.marked(text)) for text in said]

    @property
    def before(self):
        return self._beside([number for number in self.numbers if number < self.number][-1:])

    @property
    def after(self):
        return self._beside([number for number in self.numbers if number > self.number][:1])

    def _beside(self, numbers):
        url = self.context.absolute_url()
        found = [
            {"url": see_page_url(url, number, self.text), "label": place(self.unit, number)}
            for number in numbers
        ]
        return found[0] if found else None

    @property
    def file_url(self):
        """Return where a browser shows the file itself at this page, None for slides."""
        if self.unit != "page":
            return None
        return f"{self.context.absolute_url()}/@@display-file/file#page={self.number}"

    @property
    def places_url(self):
        return f"{self.context.absolute_url()}/@@in-file?{urlencode({'q': self.text})}"
