"""A map of hubs, drawn here as SVG: places by their coordinates, without anybody's tiles. Pure.

It shows where hubs lie to each other, with lines of latitude and longitude and a scale; numbers
lead to the list beside it, which says all that the map does.
"""

from html import escape
from math import cos
from math import floor
from math import radians


WIDTH, MARGIN, FOOT = 480, 40, 36
#: Kilometres of a degree of latitude; of longitude it is so much times the cosine.
DEGREE = 111.2
#: A map shows so much at least, and is at most so high as it is wide.
LEAST, TALLEST = 60, 480
#: So wide is the name of a line.
LABEL = 62
SCALES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def numbered(points):
    """Return [(number, point)]: places in their order, one number for each; None has none.

    >>> numbered([(54.3, 10.9), None, (53.9, 9.4), (54.3, 10.9)])
    [(1, (54.3, 10.9)), (None, None), (2, (53.9, 9.4)), (1, (54.3, 10.9))]
    """
    numbers = {}
    return [
        (numbers.setdefault(point, len(numbers) + 1), point) if point else (None, None)
        for point in points
    ]


class Frame:
    """How a part of the world fits into a picture: plane enough for a district or a country."""

    def __init__(self, points):
        lats, lons = [lat for lat, _lon in points], [lon for _lat, lon in points]
        self.middle = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
        self.across = max(DEGREE * cos(radians(self.middle[0])), 1)
        wide = max((max(lons) - min(lons)) * self.across, LEAST)
        high = max((max(lats) - min(lats)) * DEGREE, LEAST / 2)
        room = WIDTH - 2 * MARGIN
        self.scale = min(room / wide, (TALLEST - 2 * MARGIN - FOOT) / high)
        self.height = round(high * self.scale + 2 * MARGIN + FOOT)

    def at(self, point):
        """Return (x, y) of a point, as texts."""
        x = WIDTH / 2 + (point[1] - self.middle[1]) * self.across * self.scale
        y = (self.height - FOOT) / 2 - (point[0] - self.middle[0]) * DEGREE * self.scale
        return f"{x:.1f}", f"{y:.1f}"

    def lines(self):
        """Yield (value, is_latitude, place) of each half or whole degree within the picture."""
        for middle, kilometres, length, is_latitude in (
            (self.middle[0], DEGREE, self.height - FOOT, True),
            (self.middle[1], self.across, WIDTH, False),
        ):
            half = length / 2 / (kilometres * self.scale)
            step = next((s for s in (0.25, 0.5, 1, 2, 5, 10, 30) if 2 * half / s <= 6), 90)
            value = (floor((middle - half) / step) + 1) * step
            while value < middle + half:
                shift = (value - middle) * kilometres * self.scale
                yield value, is_latitude, length / 2 + (-shift if is_latitude else shift)
                value += step


def drawn(points, title, text, name):
    """Return the map as SVG. points: {number: (latitude, longitude)}, one at least.

    title: what it shows; text: said after it to who does not see it. name: function of a value and
    whether it is a latitude, what a line is called.
    """
    frame = Frame(list(points.values()))
    parts = [
        f'<svg class="chart map" role="img" viewBox="0 0 {WIDTH} {frame.height}" '
        'xmlns="http://www.w3.org/2000/svg" aria-labelledby="map-title map-text">',
        f'<title id="map-title">{escape(title)}</title><desc id="map-text">{escape(text)}</desc>',
    ]
    foot = frame.height - FOOT
    for value, is_latitude, place in frame.lines():
        called = escape(name(value, is_latitude))
        if is_latitude:
            parts.append(f'<path class="rule" d="M0 {place:.1f}H{WIDTH}"/>')
            parts.append(f'<text x="4" y="{place - 4:.1f}">{called}</text>')
        else:
            parts.append(f'<path class="rule" d="M{place:.1f} 0V{foot}"/>')
            if place < WIDTH - LABEL:
                parts.append(f'<text x="{place + 4:.1f}" y="{foot - 6}">{called}</text>')
    for number, point in points.items():
        x, y = frame.at(point)
        parts.append(f'<circle class="bar bar-back" cx="{x}" cy="{y}" r="14"/>')
        parts.append(f'<text class="middle number" x="{x}" y="{float(y) + 6:.1f}">{number}</text>')
    parts.append(scale(frame, foot))
    return "".join([*parts, "</svg>"])


def scale(frame, foot):
    """Return the line that says how far it is."""
    most = [one for one in SCALES if one * frame.scale <= WIDTH / 4]
    length = most[-1] if most else SCALES[0]
    end = 4 + length * frame.scale
    return (
        f'<path class="bar" d="M4 {foot + 12}V{foot + 20}H{end:.1f}V{foot + 12}" fill="none"/>'
        f'<text x="{end + 8:.1f}" y="{foot + 21}">{length} km</text>'
    )
