"""Pictures of numbers, drawn here as SVG: they need no script and follow light and dark.

A picture never comes without a table that says the same; series differ by shape, not by colour
alone. The colours are classes of hub.css.
"""

from html import escape


WIDTH, HEIGHT = 720, 260
LEFT, RIGHT, TOP, BOTTOM = 40, 8, 40, 28
#: So many lines at most go across.
LINES = 4


def bars(title, text, labels, series):
    """Return groups of bars as SVG.

    title: what the picture shows; text: said after it to who does not see it. labels: of the
    groups. series: [(name, whole numbers)], two at most, one number for each label.
    """
    step = step_of(max((max(values, default=0) for _name, values in series), default=0))
    top = step * LINES
    parts = [
        f'<svg class="chart" role="img" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'xmlns="http://www.w3.org/2000/svg" aria-labelledby="chart-title chart-text">',
        f'<title id="chart-title">{escape(title)}</title>',
        f'<desc id="chart-text">{escape(text)}</desc>',
        '<defs><pattern id="chart-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect class="bar-back" width="6" height="6"/>'
        '<rect class="bar-line" width="2.5" height="6"/></pattern></defs>',
        *legend([name for name, _values in series]),
        *grid(step, top),
        *groups(labels, [values for _name, values in series], top),
        "</svg>",
    ]
    return "".join(parts)


def step_of(most):
    """Return the distance of the lines across, so that LINES of them hold the highest number.

    >>> [step_of(n) for n in (0, 3, 4, 5, 17, 40, 41, 350)]
    [1, 1, 1, 2, 5, 10, 20, 100]
    """
    size = 1
    while True:
        for factor in (1, 2, 5):
            if most <= factor * size * LINES:
                return factor * size
        size *= 10


def y_of(value, top):
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top)


def legend(names):
    at = LEFT
    for number, name in enumerate(names):
        yield f'<rect {look(number)} x="{at}" y="8" width="14" height="14"/>'
        yield f'<text x="{at + 20}" y="20">{escape(name)}</text>'
        at += 44 + 8 * len(name)


def look(number):
    """Return what makes the bars of a series: the second is hatched."""
    hatched = ' fill="url(#chart-hatch)"' if number else ""
    return f'class="bar bar-{number}"{hatched}'


def grid(step, top):
    for number in range(LINES + 1):
        y = y_of(number * step, top)
        yield f'<line class="rule" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text class="end" x="{LEFT - 6}" y="{y + 4:.1f}">{number * step}</text>'


def groups(labels, series, top):
    room = (WIDTH - LEFT - RIGHT) / max(len(labels), 1)
    width = min(room * 0.8 / max(len(series), 1), 28)
    for at, label in enumerate(labels):
        middle = LEFT + room * (at + 0.5)
        for number, values in enumerate(series):
            x = middle + (number - len(series) / 2) * width
            y = y_of(values[at], top)
            height = HEIGHT - BOTTOM - y
            yield (
                f'<rect {look(number)} x="{x:.1f}" y="{y:.1f}" '
                f'width="{width - 2:.1f}" height="{height:.1f}"/>'
            )
        yield f'<text class="middle" x="{middle:.1f}" y="{HEIGHT - 8}">{escape(label)}</text>'


#: Height of one lying bar with its room, and where its bar begins and can end.
ROW, BARS_FROM, BARS_TO = 30, 260, 640


def lying_bars(title, text, rows, most, name="chart"):
    """Return lying bars as SVG, for long labels.

    rows: [(label, number or None, what is said of it)]; None draws no bar. most: number of the
    longest bar there could be. name: what tells the picture from others on the page.
    """
    height = ROW * len(rows) + 8
    parts = [
        f'<svg class="chart" role="img" viewBox="0 0 {WIDTH} {height}" '
        f'xmlns="http://www.w3.org/2000/svg" aria-labelledby="{name}-title {name}-text">',
        f'<title id="{name}-title">{escape(title)}</title>',
        f'<desc id="{name}-text">{escape(text)}</desc>',
        f'<line class="rule" x1="{BARS_FROM}" x2="{BARS_FROM}" y1="0" y2="{height}"/>',
    ]
    for at, (label, value, said) in enumerate(rows):
        y = ROW * at + 4
        width = (BARS_TO - BARS_FROM) * min(value or 0, most) / (most or 1)
        words = escape(shortened(label))
        parts += [
            f'<text class="end" x="{BARS_FROM - 10}" y="{y + 17}">{words}</text>',
            f'<rect class="bar bar-0" x="{BARS_FROM}" y="{y}" width="{width:.1f}" height="22"/>'
            if value
            else "",
            f'<text x="{BARS_FROM + width + 8:.1f}" y="{y + 17}">{escape(said)}</text>',
        ]
    return "".join([*parts, "</svg>"])


def shortened(label, most=34):
    """Return a label that fits beside its bar; the table has all of it.

    >>> shortened("Schreibtisch 1"), len(shortened("x" * 50))
    ('Schreibtisch 1', 34)
    """
    return label if len(label) <= most else label[: most - 1] + "…"
