"""Words about a file for pages, also for lists that know only its catalog entry."""

from kommunalhub.core.caching.known import is_known
from kommunalhub.search.reading import operations
from kommunalhub.search.reading import state
from kommunalhub.search.reading import words
from Products.Five import BrowserView
from zExceptions import NotFound


YEAR = 365 * 24 * 3600


class Preview(BrowserView):
    """@@preview: the picture of the first page of the thing's file; NotFound without one.

    ?v= with the mark of the picture (the catalog's `file_preview`): browsers keep it for a year.
    """

    def __call__(self):
        picture = state.picture_of(self.context)
        if picture is None:
            raise NotFound("preview")
        is_lasting = self.request.form.get("v") == picture.mark
        return send_picture(self.request, picture.data, picture.mark, is_lasting)


def send_picture(request, data, mark, is_lasting):
    """Answer with a WebP that is as private as what it shows.

    mark: changes with it; is_lasting: whether its address means this one alone.
    """
    response = request.response
    tag = f'"{mark}"'
    keep = f"private, max-age={YEAR}, immutable" if is_lasting else "private, no-cache"
    response.setHeader("Cache-Control", keep)
    response.setHeader("ETag", tag)
    if is_known(request, tag):
        response.setStatus(304)
        return b""
    response.setHeader("Content-Type", "image/webp")
    response.setHeader("X-Content-Type-Options", "nosniff")
    response.setHeader("Content-Security-Policy", "default-src 'none'")
    return data


class FileReading(BrowserView):
    """`file-reading`: asked by pages, never published with content of its own."""

    def __call__(self):
        return ""

    def status(self):
        """Return {outcome, is_waiting, is_failed, is_cut, text} of the file, None without one."""
        file = operations.file_of(self.context)
        if file is None:
            return None
        kept = state.kept_of(self.context)
        if kept is None:
            return None
        return {
            "outcome": kept.outcome,
            "is_waiting": kept.outcome == state.WAITING,
            "is_failed": state.is_failed(kept.outcome),
            "is_cut": kept.reason == "cut",
            "text": words.sentence_of(kept, state.begun_of(self.context, file)),
        }

    def short(self, outcome):
        """Return a few words for an outcome from the catalog, None for a file that was read."""
        return words.short(outcome) if outcome and outcome != "ok" else None
