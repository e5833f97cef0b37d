"""What the house says of itself: name, place, theme, colour, logo: records `kommunalhub.brand_…`.

site/identity sets them; every room may read them.
"""

from base64 import b64decode
from functools import lru_cache
from hashlib import sha256
from kommunalhub.core import registry
from kommunalhub.core.statics import STATIC
from kommunalhub.lib import colours
from kommunalhub.lib import pictures


#: The colour that frame.css has by itself.
OWN_COLOUR = "#0b4f5c"
VIEW = "hub-colours.css"
LOGO_VIEW = "hub-logo"
#: The mark of the house, and the part of it that takes the colour of the hub: --hub-mark.
MARK, MARK_TYPE, TINTED = "icon.svg", "image/svg+xml", "#5fb6c1"

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
        "mark": tint(colour),
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


def tint(colour):
    """Return what a colour is in the mark of the house: light enough for a dark ground."""
    return colours.mixed(colour, colours.WHITE, 0.4)


def _if_readable(lighter, colour):
    return lighter if colours.contrast(lighter, colours.WHITE) >= colours.READABLE else colour


@lru_cache(maxsize=8)
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


def colour():
    """Return the colour of the hub, as #rrggbb in small letters."""
    return read("colour").lower() or OWN_COLOUR


def stylesheet():
    """Return the CSS of a colour of its own; "" for the house's own colour."""
    own = colour()
    return "" if own == OWN_COLOUR else css_of(own)


def stylesheet_urls(site_url):
    """Return the address of that CSS, another one for each colour, in a list; [] without one."""
    css = stylesheet()
    return [f"{site_url}/@@{VIEW}?v={_digest(css)}"] if css else []


def logo():
    """Return the logo (bytes, as lib.pictures makes them), b"" for the mark of the house."""
    return b64decode(read("logo"))


def logo_url(site_url):
    """Return the address of the logo, another one for each, None without one."""
    return icon_url(site_url) if read("logo") else None


def icon_url(site_url):
    """Return the address of the mark of this hub; None for the house's own, as it is."""
    digest = mark_digest()
    return f"{site_url}/@@{LOGO_VIEW}?v={digest}" if digest else None


def mark():
    """Return (bytes, media type) of what stands for this hub: its logo, else the house's mark."""
    data = logo()
    return (data, pictures.MEDIA_TYPE) if data else (_drawn(colour()), MARK_TYPE)


def mark_digest():
    """Return what tells the mark of this hub from others, "" for the house's own, as it is."""
    kept = read("logo")
    return _digest(kept or colour()) if kept or colour() != OWN_COLOUR else ""


@lru_cache(maxsize=8)
def _drawn(colour):
    drawn = (STATIC / MARK).read_text("utf-8")
    return (drawn if colour == OWN_COLOUR else drawn.replace(TINTED, tint(colour))).encode()


@lru_cache(maxsize=8)
def _digest(text):
    """Each page asks for that of the logo, twice; a logo is tens of kilobytes long."""
    return sha256(text.encode()).hexdigest()[:12]
