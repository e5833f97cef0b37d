"""Pictures of time as SVG, drawn here: milestones on a line, and one line for each of several.

As with charts.py: no picture without a table that says the same, marks differ by shape: DONE is
filled, NOW ringed, PLANNED empty, BEFORE dashed where something was planned before.
"""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from html import escape


WIDTH = 720
LEFT, RIGHT, TOP = 12, 12, 18
LINE = 64
DONE, NOW, PLANNED, BEFORE = "done", "now", "planned", "before"
#: Names under the line that stand nearer than this would cover each other.
ROOM = 26


@dataclass(frozen=True)
class Mark:
    """A point in time. label: a few letters; before: the day it was planned for until it moved."""

    label: str
    day: date
    look: str
    before: date | None = None


@dataclass(frozen=True)
class Track:
    """One line of several: from its first day to its last, with its marks."""

    label: str
    first: date
    last: date
    marks: tuple = ()


@dataclass(frozen=True)
class Scale:
    """From days to where they are drawn."""

    first: date
    last: date
    left: int = LEFT

    def x(self, day):
        days = max((self.last - self.first).days, 1)
        at = min(max((day - self.first).days, 0), days)
        return self.left + (WIDTH - RIGHT - self.left) * at / days


def scale_of(days, left=LEFT):
    """Return the Scale that holds all days, with some room at both ends.

    >>> scale_of([date(2026, 7, 1)]).first
    datetime.date(2026, 6, 24)
    """
    first, last = min(days), max(days)
    room = timedelta(days=max((last - first).days // 40, 7))
    return Scale(first - room, last + room, left)


def quarters(scale):
    """Return the first days of quarters within a Scale; of years where there are too many."""
    found, year, month = [], scale.first.year, (scale.first.month - 1) // 3 * 3 + 1
    while (day := date(year, month, 1)) <= scale.last:
        if day >= scale.first:
            found.append(day)
        year, month = (year + 1, 1) if month == 10 else (year, month + 3)
    return found if len(found) <= 12 else [day for day in found if day.month == 1]


def diamond(x, y, look):
    return f'<path class="mark mark-{look}" d="m{x:.1f} {y - 8} 8 8-8 8-8-8z"/>'


def line(title, text, marks, first, last, today, today_label, months, name="timeline"):
    """Return one line with marks as SVG.

    title, text: what it shows, said to who does not see it. first, last, today: days; today_label:
    the word for today. months: {month: its short name}.
    """
    days = [first, last, today, *(m.day for m in marks), *(m.before for m in marks if m.before)]
    scale = scale_of(days)
    parts = [_head(title, text, 138, name), *_grid(scale, 112, 130, months)]
    begin, end, now = scale.x(first), scale.x(last), scale.x(min(max(today, first), last))
    parts.append(f'<path class="way" d="M{begin:.1f} {LINE}H{end:.1f}"/>')
    if today > first:
        parts.append(f'<path class="way gone" d="M{begin:.1f} {LINE}H{now:.1f}"/>')
    parts += _marks(marks, scale, LINE)
    at = scale.x(today)
    anchor = "end" if at > WIDTH - 60 else "start"
    shift = -5 if anchor == "end" else 5
    parts.append(f'<path class="today" d="M{at:.1f} {LINE + 12}v36"/>')
    parts.append(
        f'<text class="strong" x="{at + shift:.1f}" y="{LINE + 46}" '
        f'style="text-anchor:{anchor}">{escape(today_label)}</text>'
    )
    return "".join([*parts, "</svg>"])


def _marks(marks, scale, y):
    """Yield marks with their names; a name that would cover the last one stands higher."""
    last, high = None, False
    for mark in sorted(marks, key=lambda one: one.day):
        x = scale.x(mark.day)
        if mark.before is not None:
            old = scale.x(mark.before)
            yield diamond(old, y, BEFORE)
            bow = f"M{old:.1f} {y + 9}Q{(old + x) / 2:.1f} {y + 30} {x:.1f} {y + 9}"
            yield f'<path class="moved" d="{bow}"/>'
        high = last is not None and x - last < ROOM and not high
        yield diamond(x, y, mark.look)
        top, label = y - (27 if high else 13), escape(mark.label)
        yield f'<text class="middle strong" x="{x:.1f}" y="{top}">{label}</text>'
        last = x


#: Height of one track with its room, and where tracks begin beside their names.
ROW, TRACKS_FROM = 30, 250


def tracks(title, text, found, today, today_label, months, shorten, name="tracks"):
    """Return several lines below each other as SVG. shorten: cuts a name that is too long."""
    days = [today, *(d for one in found for d in (one.first, one.last))]
    days += [mark.day for one in found for mark in one.marks]
    scale = scale_of(days, TRACKS_FROM)
    height = ROW * len(found) + 40
    bottom = height - 24
    parts = [_head(title, text, height, name), *_grid(scale, bottom, height - 8, months)]
    at = scale.x(today)
    parts.append(f'<path class="today" d="M{at:.1f} 8V{bottom}"/>')
    for number, one in enumerate(found):
        y = 24 + ROW * number
        parts.append(
            f'<text class="end" x="{TRACKS_FROM - 14}" y="{y + 5}">'
            f"{escape(shorten(one.label))}</text>"
        )
        begin, end = scale.x(one.first), scale.x(one.last)
        parts.append(f'<path class="way" d="M{begin:.1f} {y}H{end:.1f}"/>')
        if today > one.first:
            parts.append(
                f'<path class="way gone" d="M{begin:.1f} {y}H{min(max(at, begin), end):.1f}"/>'
            )
        parts += [diamond(scale.x(mark.day), y, mark.look) for mark in one.marks]
    parts.append(
        f'<text class="middle strong" x="{at:.1f}" y="8" dy="0">{escape(today_label)}</text>'
    )
    return "".join([*parts, "</svg>"])


def _head(title, text, height, name):
    return (
        f'<svg class="chart times" role="img" viewBox="0 0 {WIDTH} {height}" '
        f'xmlns="http://www.w3.org/2000/svg" aria-labelledby="{name}-title {name}-text">'
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-text">{escape(text)}</desc>'
    )


def _grid(scale, bottom, words, months):
    shown = quarters(scale)
    for number, day in enumerate(shown):
        x = scale.x(day)
        year = f" {day.year % 100:02}" if day.month == 1 or number == 0 else ""
        yield f'<path class="rule" d="M{x:.1f} 8V{bottom}"/>'
        if x < WIDTH - 40:
            word = f"{escape(months[day.month])}{year}"
            yield f'<text class="dim" x="{x + 3:.1f}" y="{words}">{word}</text>'
