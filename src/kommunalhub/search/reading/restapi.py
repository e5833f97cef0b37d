"""`file_reading` in the JSON of whatever has a file: what came of reading it."""

from kommunalhub.search.reading import operations
from kommunalhub.search.reading import state
from kommunalhub.search.reading.words import sentence
from kommunalhub.search.reading.words import sentence_of
from kommunalhub.security.restapi.content import HubContent
from zope.i18n import translate


class SerializeWithReading(HubContent):
    """The hub's JSON and one more member."""

    def __call__(self, *args, **kwargs):
        result = super().__call__(*args, **kwargs)
        if operations.file_of(self.context) is not None:
            result["file_reading"] = reading_of(self.context, self.request)
        return result


def reading_of(obj, request):
    """Return what is known of a file as plain data; status: waiting, done or failed."""
    kept = state.kept_of(obj)
    outcome = kept.outcome if kept is not None else state.WAITING
    is_waiting = outcome == state.WAITING
    failed = "failed" if state.is_failed(outcome) else "done"
    return {
        "status": state.WAITING if is_waiting else failed,
        "outcome": None if is_waiting else outcome,
        "reason": kept.reason if kept is not None and not is_waiting else "",
        "message": translate(_sentence(obj, kept), context=request),
        "unit": kept.unit if kept is not None else None,
        "parts": len(kept.parts) if kept is not None else 0,
        "pages": kept.pages if kept is not None else None,
        "read": _iso(kept.when) if kept is not None else None,
        "preview": preview_url(obj),
    }


def preview_url(obj):
    """Return the address of a picture of the first page, or None."""
    picture = state.picture_of(obj)
    return f"{obj.absolute_url()}/@@preview?v={picture.mark}" if picture is not None else None


def _sentence(obj, kept):
    if kept is None:
        return sentence(state.WAITING)
    return sentence_of(kept, state.begun_of(obj, operations.file_of(obj)))


def _iso(when):
    return when.isoformat(timespec="seconds") if when is not None else None
