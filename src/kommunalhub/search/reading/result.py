"""What came of a run of the reading program: what it wrote, how it ended, what it used."""

from base64 import b64decode
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from kommunalhub.lib.filetext import limits as rules
from kommunalhub.lib.filetext.parts import Part
from kommunalhub.search.reading import child

import logging
import signal


logger = logging.getLogger(__name__)

#: A picture of a first page has fewer bytes.
LARGEST_PICTURE = 200_000
#: How the program ends when memory runs out, or when time is up.
OUT_OF_MEMORY = {signal.SIGABRT, signal.SIGTRAP, signal.SIGILL, signal.SIGKILL, signal.SIGBUS}
OUT_OF_TIME = {signal.SIGXCPU, signal.SIGALRM}


@dataclass(frozen=True)
class Begin:
    """Where to go on with a file that is read in stretches.

    first: page; reached: what the program knew until there, plain values; room: characters that may
    be kept; ocr: whether its pages are recognised.
    """

    first: int = 1
    reached: dict | None = None
    room: int | None = None
    ocr: bool = False


#: The beginning of a file.
FIRST = Begin()


@dataclass
class Reading:
    """What came of reading a file. parts: of lib.filetext.parts.Part; memory: bytes at most, None
    for a program that was ended; seconds: of computing; pages: how many it has, if that is known;
    next: Begin of what is left to read, None when all was read."""

    outcome: str
    reason: str = ""
    kind: str | None = None
    unit: str | None = None
    parts: tuple = field(default=(), repr=False)
    memory: int | None = None
    seconds: float = 0
    #: WebP of the first page.
    picture: bytes | None = field(default=None, repr=False)
    #: Whether an Office file without a picture is known to name nothing outside of itself.
    alone: bool = False
    pages: int | None = None
    next: Begin | None = field(default=None, repr=False)

    def followed_by(self, other):
        """Return the Reading of two stretches, one after the other.

        What went wrong first counts; a stretch without text is nothing wrong if others have some.
        """
        went_wrong = self.outcome not in (rules.OK, rules.EMPTY)
        worse = self if went_wrong or other.outcome == rules.EMPTY else other
        return replace(
            self,
            outcome=worse.outcome,
            reason=worse.reason or self.reason,
            parts=self.parts + other.parts,
            memory=max(filter(None, (self.memory, other.memory)), default=None),
            seconds=round(self.seconds + other.seconds, 2),
            next=other.next,
        )

    @property
    def text(self):
        return "\n".join(part.text for part in self.parts)


def reading_of(output, why, status, usage):
    """Return the Reading; why: (outcome, reason) for which the program was ended, or None."""
    parts, end, picture, alone = _parsed(output)
    reading = Reading(
        end.get("outcome", rules.UNSUPPORTED),
        end.get("reason", "crash"),
        end.get("kind"),
        end.get("unit") or (parts[0].unit if parts else None),
        tuple(parts),
        end.get("memory"),
        round(usage.ru_utime + usage.ru_stime, 2),
        picture,
        alone,
        end.get("pages"),
        end.get("next"),
    )
    if not end:
        reading.outcome, reading.reason = why or _cause(status)
    if reading.reason == "crash":
        logger.warning("The reading program ended with %s", status)
    return reading


def _cause(status):
    """Return (outcome, reason) for a program that broke off with this exit code."""
    if status < 0 and -status in OUT_OF_TIME:
        return rules.TIMEOUT, "cpu"
    if status < 0 and -status in OUT_OF_MEMORY:
        return rules.TOO_LARGE, "memory"
    return rules.UNSUPPORTED, "crash"


def _parsed(output):
    """Return (parts, end or {}, picture or None, whether it is alone) of what was written.

    A line broken off counts for nothing, nor does a picture that is none.
    """
    parts, drafts, end, picture, alone = [], {}, {}, None, False
    for said in child.all_said(output):
        if "part" in said:
            with suppress(TypeError, ValueError):
                parts.append(Part.from_stored(said["part"]))
        if "draft" in said:
            with suppress(TypeError, ValueError):
                draft = Part.from_stored(said["draft"])
                drafts[draft.number] = draft
        end = said.get("end", end)
        if "picture" in said:
            picture = _picture(said["picture"])
        alone = alone or said.get("alone") is True
    # pages that the program had no time to arrange
    arranged = {part.number for part in parts}
    parts += [draft for number, draft in drafts.items() if number not in arranged and not end]
    return parts, end, picture, alone


def _picture(data):
    try:
        picture = b64decode(data, validate=True)
    except (TypeError, ValueError):
        return None
    is_webp = picture[:4] == b"RIFF" and picture[8:12] == b"WEBP"
    return picture if is_webp and len(picture) <= LARGEST_PICTURE else None
