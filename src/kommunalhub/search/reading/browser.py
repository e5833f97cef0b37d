"""Words about a file for pages, also for lists that know only its catalog entry."""

from kommunalhub.search.reading import operations
from kommunalhub.search.reading import state
from kommunalhub.search.reading import words
from Products.Five import BrowserView


class FileReading(BrowserView):
    """`file-reading`: asked by pages, never published with content of its own."""

    def __call__(self):
        return ""

    def status(self):
        """Return {outcome, is_waiting, is_failed, is_cut, text} of the file, None without one."""
        if operations.file_of(self.context) is None:
            return None
        kept = state.kept_of(self.context)
        if kept is None:
            return None
        return {
            "outcome": kept.outcome,
            "is_waiting": kept.outcome == state.WAITING,
            "is_failed": state.is_failed(kept.outcome),
            "is_cut": kept.reason == "cut",
            "text": words.sentence(kept.outcome, kept.reason),
        }

    def short(self, outcome):
        """Return a few words for an outcome from the catalog, None for a file that was read."""
        return words.short(outcome) if outcome and outcome != "ok" else None
