"""Colours as #rrggbb: how well one is read on another, and lighter or darker ones of it.

Source: WCAG 2.2, „relative luminance“ and „contrast ratio“.
"""

import re


#: Contrast that writing needs (WCAG 2.2, 1.4.3, level AA) and that lines and shapes need (1.4.11).
READABLE = 4.5
SEEN = 3.0
WHITE = "#ffffff"
BLACK = "#000000"
FORM = re.compile(r"#[0-9a-fA-F]{6}")


def is_colour(text):
    """Tell whether a text is a colour.

    >>> is_colour("#0b4f5c"), is_colour("blue"), is_colour("#0b4f5c;}")
    (True, False, False)
    """
    return bool(FORM.fullmatch(text))


def writing_error(colour):
    """Return None, or why white writing cannot stand on a colour: "form" or "contrast".

    >>> writing_error("#0b4f5c"), writing_error("blue"), writing_error("#ffff00")
    (None, 'form', 'contrast')
    """
    if not is_colour(colour):
        return "form"
    return None if contrast(colour, WHITE) >= READABLE else "contrast"


def contrast(one, other):
    """Return the contrast ratio of two colours, 1 to 21.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    """Return how bright a colour is, 0 to 1."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(colour, other, share):
    """Return the colour with a share (0 to 1) of another.

    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def towards(colour, other, ground, wanted):
    """Return the colour, with as little of another as gives it the contrast `wanted` to the ground.

    The other colour itself comes out where no mixture is enough.

    >>> contrast(towards("#0b4f5c", WHITE, "#101819", 7), "#101819") >= 7
    True
    """
    shares = (step / 20 for step in range(21))
    found = (mixed(colour, other, share) for share in shares)
    return next((shade for shade in found if contrast(shade, ground) >= wanted), other)


def _channels(colour):
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _linear(channel):
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
