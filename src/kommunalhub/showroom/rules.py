"""What has to be there before everybody may see an exhibit, and what its addresses may be. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from urllib.parse import urlsplit
from zope.i18nmessageid import Message

import re


#: Kinds of exhibits, in the order in which they are offered.
TOUR, PANORAMA, SOLID, FILM, LIVE, GALLERY = (
    *("tour", "panorama", "solid"),
    *("film", "live", "gallery"),
)
KINDS = (TOUR, PANORAMA, SOLID, FILM, LIVE, GALLERY)

#: How something that is shown live stands.
COMING, ON_AIR = "coming", "live"

#: How many gaps are named in one sentence; the page names all.
NAMED = 3

_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")


@dataclass(frozen=True)
class Gap:
    """What an exhibit lacks.

    said: a whole sentence. path: where it is mended, from the exhibit on, "" for the exhibit.
    blocks: whether everybody may see the exhibit only without it. until: the day by which it
    follows, of an exception that was given with a reason; such a gap is a task and blocks nothing.
    """

    said: Message
    path: str = ""
    blocks: bool = True
    until: date | None = None

    @property
    def begins(self) -> bool:
        """Whether what it is made of is missing as a whole: with that it begins.

        >>> Gap("The film is missing.", "++add++Film").begins, Gap("No licence.", "edit").begins
        (True, False)
        """
        return self.path.startswith(("++", "@@")) and self.keeps_back

    @property
    def keeps_back(self) -> bool:
        return self.blocks and self.until is None


def keeping_back(gaps: Iterable[Gap]) -> list[Gap]:
    """Return the gaps that keep an exhibit from the public.

    >>> [gap.said for gap in keeping_back([Gap("a"), Gap("b", blocks=False)])]
    ['a']
    """
    return [gap for gap in gaps if gap.keeps_back]


def promised(gaps: Iterable[Gap]) -> list[Gap]:
    """Return the gaps with a day by which they are mended, the next first."""
    return sorted((gap for gap in gaps if gap.until is not None), key=lambda gap: gap.until)


def next_day(gaps: Iterable[Gap]) -> date | None:
    """Return the day by which the first promised gap is to be mended, None without one.

    >>> next_day([Gap("later", until=date(2027, 1, 8)), Gap("soon", until=date(2026, 12, 1))])
    datetime.date(2026, 12, 1)
    """
    found = promised(gaps)
    return found[0].until if found else None


def in_order(gaps: Iterable[Gap]) -> list[Gap]:
    """Return gaps as they are listed: what keeps the exhibit back, promises by day, advice."""

    def place(gap):
        return (not gap.keeps_back, gap.until is None, gap.until or date.max)

    return sorted(gaps, key=place)


def lines_of(text: str | None) -> list[str]:
    """Return the lines of a text that say something."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def easy_paragraphs(text: str | None) -> list[list[str]]:
    """Return the paragraphs of a text in easy language, each as its lines: one thought a line.

    >>> easy_paragraphs("Das ist ein Haus.\\nEs ist alt.\\n\\nHier war ein Feuer.")
    [['Das ist ein Haus.', 'Es ist alt.'], ['Hier war ein Feuer.']]
    """
    return [lines for part in re.split(r"\n\s*\n", _lines(text)) if (lines := lines_of(part))]


def _lines(text):
    return (text or "").replace("\r\n", "\n")


def is_link(text: str) -> bool:
    """Return whether a text is an address that a link may lead to.

    >>> is_link("https://karte.example/ort"), is_link("javascript:alert(1)")
    (True, False)
    """
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - a ValueError when it is none
    except ValueError:
        return False
    whole = parts.scheme == "https" and bool(parts.hostname) and not parts.username
    return whole and not any(sign.isspace() or sign in "\"'<>\\" for sign in text)


def origin_of(line: str) -> str | None:
    """Return the origin of a site, as it stands in a policy; None for what is none.

    >>> origin_of("https://www.Ostsee.example/"), origin_of("https://a.example/karte")
    ('https://www.ostsee.example', None)
    """
    try:
        parts = urlsplit(line)
        port = parts.port
    except ValueError:
        return None
    name = parts.hostname or ""
    if parts.scheme != "https" or parts.path not in ("", "/") or parts.query or parts.fragment:
        return None
    if parts.username or not _HOST.fullmatch(name):
        return None
    return f"https://{name}" + (f":{port}" if port else "")


def origins_of(text: str | None) -> tuple[str, ...]:
    """Return the origins of all sites in a text, without doubles."""
    return tuple(dict.fromkeys(found for line in lines_of(text) if (found := origin_of(line))))


def look_at(now: datetime, starts: datetime | None, ends: datetime | None) -> str:
    """Return how something that is shown live stands: coming, live or "" for neither."""
    if starts is None:
        return ""
    if now < starts:
        return COMING
    return ON_AIR if ends is not None and now < ends else ""


def place_of(look: str, starts: datetime | None) -> tuple:
    """Return what a list is sorted by: what is live, then what is coming, the next first."""
    if look == ON_AIR:
        return (0, 0.0)
    return (1, starts.timestamp()) if look == COMING and starts is not None else (2, 0.0)
