"""What a film has to have before everybody may see it, and what may follow later. Pure."""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta

import re


POSTER, CAPTIONS, TRANSCRIPT = "poster", "captions", "transcript"

#: From the day of the broadcast on.
RECORDING_WITHIN = timedelta(days=14)
#: The longest film: a day.
LAST_SECOND = 24 * 3600
_SECOND = re.compile(r"[0-9]{1,5}")


@dataclass(frozen=True)
class Has:
    """What there is of a film: has_picture and has_sound of its file, and what stands beside it."""

    has_picture: bool = True
    has_sound: bool = True
    poster: bool = False
    captions: bool = False
    transcript: bool = False


@dataclass(frozen=True)
class Lack:
    """What is missing: POSTER, CAPTIONS or TRANSCRIPT.

    until: the day by which it follows, None where nobody gave one; is_late: that day is over, so
    that the promise counts no longer.
    """

    what: str
    until: date | None = None
    is_late: bool = False


def lacks(has: Has, until: date | None, today: date) -> list[Lack]:
    """Return what a film lacks. until: of an exception that somebody gave a reason for.

    What has no sound needs no captions (what there is to see is described in words); a recording
    without pictures needs neither poster nor captions, for its transcript says all. Captions make a
    transcript by themselves. Only words may follow later, never the poster.
    Source: WCAG 2.2, 1.2.1 and 1.2.2.

    >>> lacks(Has(poster=True, captions=True, transcript=True), None, date(2026, 11, 18))
    []
    >>> lacks(Has(has_picture=False), None, date(2026, 11, 18))
    [Lack(what='transcript', until=None, is_late=False)]
    """
    found = []
    if has.has_picture and not has.poster:
        found.append(Lack(POSTER))
    words = []
    if has.has_sound and has.has_picture and not has.captions:
        words.append(CAPTIONS)
    if has.has_sound and not has.transcript and not has.captions:
        words.append(TRANSCRIPT)
    is_late = until is not None and until < today
    return found + [Lack(what, until, is_late) for what in words]


def recording_day(last: date) -> date:
    """Return the day by which the words of a recording follow; last: day of the broadcast.

    Source: Directive (EU) 2016/2102, recital 27 with Article 1(4)(b): what is sent live is exempt;
    a recording that stays online is not, and is made accessible within 14 days.

    >>> recording_day(date(2026, 11, 18))
    datetime.date(2026, 12, 2)
    """
    return last + RECORDING_WITHIN


def second_asked(text) -> int | None:
    """Return the second that an address asks for (`?t=125`), None for none or nonsense.

    >>> second_asked("125"), second_asked("-1"), second_asked("99999"), second_asked(["1"])
    (125, None, None, None)
    """
    if not isinstance(text, str) or not _SECOND.fullmatch(text):
        return None
    second = int(text)
    return second if second <= LAST_SECOND else None


def place_at(seconds, asked: int | None) -> int | None:
    """Return the number of the paragraph in which a second lies; seconds: when each begins.

    >>> place_at([1, None, 60, 125], 70), place_at([5, 60], 2), place_at([None], 3)
    (2, 0, None)
    """
    if asked is None:
        return None
    timed = [(second, number) for number, second in enumerate(seconds) if second is not None]
    before = [number for second, number in timed if second <= asked]
    if before:
        return before[-1]
    return timed[0][1] if timed else None
