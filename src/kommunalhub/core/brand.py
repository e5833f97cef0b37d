"""What the house says of itself: name, place, theme and colour, in records `kommunalhub.brand_…`.

site/identity sets them; every room may read them.
"""

from hashlib import sha256
from kommunalhub.core import registry
from kommunalhub.lib import colours


#: The colour that frame.css has by itself.
OWN_COLOUR = "#0b4f5c"
VIEW = "hub-colours.css"

#: The grounds of core/browser/static/frame.css that a shade is read on.
CARD, GROUND, DARK_CARD, DARK_GROUND = "#ffffff", "#fbfaf6", "#182326", "#101819"
DARK_INK = "#e9f0f0"
EASILY = 7.0  # WCAG 2.2, 1.4.6


def shades(colour):
    """Return {token of frame.css: colour} for light and for dark, as two dicts.

    Whatever the colour, what is written on a shade or in it can be read (WCAG 2.2, AA).
    """
    bright = colours.mixed(colour, colours.WHITE, 0.9)
    light = {
        "sea": colour,
        "sea-deep": colours.towards(colour, colours.BLACK, colours.WHITE, 11),
        "sea-light": _if_readable(colours.mixed(colour, colours.WHITE, 0.15), colour),
        "sea-soft": bright,
        "sea-line": colour,
        "link": colours.towards(colour, colours.BLACK, bright, 5),
    }
    soft = colours.towards(
        colours.mixed(colour, DARK_GROUND, 0.6), DARK_GROUND, DARK_INK, EASILY + 3
    )
    dark = {
        "sea-soft": soft,
        "sea-line": colours.towards(colour, colours.WHITE, soft, colours.READABLE),
        "link": colours.towards(colour, colours.WHITE, soft, EASILY),
    }
    return light, dark


def _if_readable(lighter, colour):
    return lighter if colours.contrast(lighter, colours.WHITE) >= colours.READABLE else colour


def css_of(colour):
    """Return the CSS that gives the tokens of frame.css another colour, light and dark.

    The selector is heavier than that of frame.css, so the order of the two does not count.
    """
    light, dark = (
        "".join(f"--hub-{name}:{value};" for name, value in tokens.items())
        for tokens in shades(colour)
    )
    by_night = f"@media screen and (prefers-color-scheme:dark){{:root:root{{{dark}}}}}"
    return f":root:root{{{light}}}{by_night}"


def read(name):
    """Return what a record says, "" where nothing does."""
    return registry.read(f"kommunalhub.brand_{name}") or ""


def stylesheet():
    """Return the CSS of a colour of its own; "" for the house's own colour."""
    colour = read("colour").lower() or OWN_COLOUR
    return "" if colour == OWN_COLOUR else css_of(colour)


def stylesheet_urls(site_url):
    """Return the address of that CSS, another one for each colour, in a list; [] without one."""
    css = stylesheet()
    return [f"{site_url}/@@{VIEW}?v={sha256(css.encode()).hexdigest()[:12]}"] if css else []
