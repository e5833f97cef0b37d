"""@@haeufige-fragen: what others have asked, with what helped; for support what has no answer."""

from functools import cached_property
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.tally import operations as tally
from kommunalhub.core.tools import site
from kommunalhub.search.gaps import operations as gaps
from kommunalhub.support import queue
from kommunalhub.support.learning import answers
from kommunalhub.support.learning import helping
from kommunalhub.support.learning import questions
from Products.Five import BrowserView


SIZE = 50


class FrequentQuestions(BrowserView):
    """The list, what helped most often first; one query of the catalog."""

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@haeufige-fragen"

    @property
    def report_url(self):
        return f"{site().absolute_url()}/@@stoerung-melden"

    @cached_property
    def found(self):
        helped = tally.totals(site(), helping.HELPED)
        return sorted(
            answers.frequent(), key=lambda brain: (-helped.get(brain.UID, 0), brain.Title.lower())
        )

    @cached_property
    def batch(self):
        return batch_of(self.request, len(self.found), SIZE, self.url)

    def rows(self):
        return self.batch.cut(self.found)

    def questions(self):
        """Return the lines of questions without an answer, for who can write one."""
        return gaps.lines(site(), questions.QUESTIONS)[:SIZE] if queue.helps() else []
