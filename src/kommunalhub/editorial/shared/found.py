"""What a shared page is found by: its text, and what each administration says in its slots."""

from kommunalhub.editorial.checks.interfaces import IChecked
from kommunalhub.editorial.shared import operations
from kommunalhub.editorial.shared import rules
from kommunalhub.search.interfaces import ISearchText
from kommunalhub.search.texts import SearchText
from zope.component import adapter
from zope.interface import implementer


@implementer(ISearchText)
@adapter(IChecked)
class SharedSearchText(SearchText):
    """One page, found once; a word in the value of any administration finds it."""

    @property
    def body(self):
        words = super().body
        if rules.MARK not in words:
            return words
        return rules.found_in(words, operations.searched(self.context))
