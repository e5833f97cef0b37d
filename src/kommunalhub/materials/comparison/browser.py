"""@@vergleich of a revision, and the list of versions on the page of a material."""

from functools import cached_property
from kommunalhub.approvals import revisions
from kommunalhub.approvals.answers.facts import as_html
from kommunalhub.lib import textdiff
from kommunalhub.materials.comparison.reading import differences
from kommunalhub.materials.comparison.reading import File
from kommunalhub.materials.comparison.versions import versions_of
from Products.Five import BrowserView
from zExceptions import NotFound


class Comparison(BrowserView):
    """The page; there is none of a material that revises no other."""

    def __call__(self):
        if self.original is None:
            raise NotFound(self.context.absolute_url())
        return self.index()

    @cached_property
    def original(self):
        return revisions.original_of(self.context)

    @cached_property
    def fields(self):
        """Return [{name, title, pieces, before, after, is_file}]; pieces: [(kind, text)]."""
        return [
            {
                "name": difference.name,
                "title": difference.title,
                "pieces": textdiff.shortened(difference.pieces),
                "before": self.shown(difference.before),
                "after": self.shown(difference.after),
                "is_file": isinstance(difference.before or difference.after, File),
            }
            for difference in differences(self.context, self.request)
        ]

    def shown(self, value):
        if value is None or isinstance(value, File):
            return value
        return as_html(value, self.request)


class Versions(BrowserView):
    """@@material-versions: a part of the page, nothing before there is a second one."""

    @cached_property
    def rows(self):
        """Return what `versions_of` gives, newest first."""
        found = versions_of(self.context)
        found.reverse()
        return found if len(found) > 1 else []
