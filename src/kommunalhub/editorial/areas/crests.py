"""Crests as drawn shapes in the colour of an administration: signs, not coats of arms. Pure."""

from html import escape

import re


COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
SHIELD = "M3 3h58v36c0 18-14 27-29 32C17 66 3 57 3 39z"
WATER = "M3 40c10-7 19-7 29 0s19 7 29 0c0 17-14 26-29 31C17 66 3 57 3 40z"
#: What stands on the shield; `waves` below all of them but the last two.
SIGNS = {
    "waves": "M10 20c7-5 14-5 22 0s15 5 22 0v6c-7 5-14 5-22 0s-15-5-22 0z",
    "tree": "m32 10 6 12h-4l6 12H24l6-12h-4z",
    "tower": "M24 12h4v4h3v-4h3v4h3v-4h4v10h-2v14H26V22h-2z",
    "boat": "M31 10v18H18zM34 13l10 15H34zM15 31h34l-6 7H21z",
    "wheat": (
        "M30 58V24h4v34zm2-36c-5-3-5-9 0-14 5 5 5 11 0 14zm-3 12c-6 0-9-3-10-9 6 0 10 3 10 9z"
        "m6 0c0-6 4-9 10-9-1 6-4 9-10 9zm-6 13c-6 0-9-3-10-9 6 0 10 3 10 9z"
        "m6 0c0-6 4-9 10-9-1 6-4 9-10 9z"
    ),
    "knots": (
        "M20 18a4 4 0 1 1 0 8 4 4 0 0 1 0-8zm24 0a4 4 0 1 1 0 8 4 4 0 0 1 0-8z"
        "M32 42a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM23 21h18v2H23zm-2 4 2-1 10 18-2 1zm22 0-2-1-10 18 2 1z"
    ),
}
DRY = frozenset({"wheat", "knots"})
BELOW, ABOVE = "#5fb6c1", "#ffffff"


def drawn(sign, colour, size=(64, 74)):
    """Return a crest as SVG for who sees; it says nothing that the heading beside it does not.

    >>> 'fill="#0b4f5c"' in drawn("tree", "#0b4f5c"), "script" in drawn("x", '"><script>')
    (True, False)
    """
    ground = colour if COLOUR.fullmatch(colour or "") else "#0b4f5c"
    water = "" if sign in DRY else f'<path d="{WATER}" fill="{BELOW}"/>'
    mark = SIGNS.get(sign, SIGNS["waves"])
    return (
        f'<svg class="crest" width="{size[0]}" height="{size[1]}" viewBox="0 0 64 74"'
        f' aria-hidden="true"><path d="{SHIELD}" fill="{escape(ground)}"/>{water}'
        f'<path d="{mark}" fill="{ABOVE}"/></svg>'
    )
