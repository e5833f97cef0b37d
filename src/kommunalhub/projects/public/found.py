"""What the page of all projects is found by: what the public reads of each, and nothing else."""

from functools import cached_property
from kommunalhub.projects.interfaces import IProjectSection
from kommunalhub.projects.public.operations import cards_of
from kommunalhub.projects.public.rules import told
from kommunalhub.search.interfaces import ISearchText
from kommunalhub.search.texts import SearchText
from zope.component import adapter
from zope.interface import implementer


@implementer(ISearchText)
@adapter(IProjectSection)
class SectionText(SearchText):
    """Each public project is a section of its own: a hit leads to its card on the page."""

    @cached_property
    def _told(self):
        return told(cards_of(self.context))

    @property
    def body(self):
        return self._told[0]

    @property
    def sections(self):
        return self._told[1]
