"""What the films of an exhibit lack before everybody may see it."""

from Acquisition import aq_base
from datetime import UTC
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.showroom import media
from kommunalhub.showroom.films import rules
from kommunalhub.showroom.films import state
from kommunalhub.showroom.interfaces import IExhibit
from kommunalhub.showroom.interfaces import IGaps
from kommunalhub.showroom.rules import Gap
from kommunalhub.showroom.rules import LIVE
from zope.component import adapter
from zope.interface import implementer


SAID = {
    rules.POSTER: _("gap_film_poster", default="„${title}“ has no poster."),
    rules.CAPTIONS: _("gap_film_captions", default="„${title}“ has no captions."),
    rules.TRANSCRIPT: _("gap_film_transcript", default="„${title}“ has no transcript."),
}
LATE = _(
    "gap_film_late",
    default="The words of „${title}“ should have followed by ${day}. They are still missing.",
)


@implementer(IGaps)
@adapter(IExhibit)
class FilmGaps:
    """Poster, captions and transcript; licence and credits are asked of every medium."""

    def __init__(self, context):
        self.context = context

    def gaps(self):
        for film in media.media_of(self.context, "Film"):
            yield from gaps_today(film)


def gaps_today(film):
    """Return the Gaps of a film as of today."""
    today = formatting.to_local(formatting.now()).date()
    return list(gaps_of(film, film.later_until or promised_day(film), today))


def promised_day(film):
    """Return the day by which the words of a recording follow, None for what was never live."""
    exhibit = media.exhibit_of(film)
    end = getattr(aq_base(exhibit), "live_end", None) if exhibit is not None else None
    if end is None or exhibit.kind != LIVE:
        return None
    moment = end.replace(tzinfo=UTC) if end.tzinfo is None else end  # stored in UTC
    return rules.recording_day(formatting.to_local(moment).date())


def has_of(film):
    """Return the rules.Has of a film."""
    facts = state.facts_of(film)
    return rules.Has(
        facts.has_picture,
        facts.has_sound,
        film.image is not None,
        film.captions is not None,
        bool((film.transcript or "").strip()),
    )


def gaps_of(film, until, today):
    """Yield the Gaps of a film; until: by when its words follow, if somebody said so."""
    path, title = f"{film.getId()}/edit", film.Title()
    later = f"{film.getId()}/@@nachreichen"
    for lack in rules.lacks(has_of(film), until, today):
        said = filled(SAID[lack.what], title=title)
        if lack.is_late:
            # both: it keeps back what is not public yet, and stays a task that is overdue
            late = filled(LATE, title=title, day=formatting.day(lack.until))
            yield Gap(late, later, True, until)
            yield Gap(said, path)
        else:
            yield Gap(said, path if lack.until is None else later, True, lack.until)
