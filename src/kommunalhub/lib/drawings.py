"""Drawings (SVG) of others, made anew from what may stand in one; plain Python.

Nothing of the file is handed on as it is: elements, attributes and values that are known to draw
something are written again, all else is left out. So there is no script, no handler, no style
sheet, no address of anything outside, no entity, and nothing that grows when it is shown (`use`).
Styles of classes and ids become attributes of what they are for.
"""

from collections import Counter
from dataclasses import dataclass
from kommunalhub.lib import markup
from xml.sax.saxutils import escape
from xml.sax.saxutils import quoteattr

import re


#: Bytes, elements and levels of a drawing.
LARGEST, MOST, DEEPEST = 500_000, 5_000, 40
#: The longest side may be so many times the shorter one.
LONGEST = 5
NAMESPACE = "http://www.w3.org/2000/svg"

SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
TEXTS = {"text", "tspan", "title", "desc"}
PAINTS = {"linearGradient", "radialGradient", "stop"}
ELEMENTS = SHAPES | TEXTS | PAINTS | {"svg", "g", "defs", "clipPath"}

#: Numbers, lengths, points, paths, turns: what stands where.
GEOMETRY = {
    *("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "dx", "dy"),
    *("width", "height", "d", "points", "transform", "rotate", "viewBox"),
    *("preserveAspectRatio", "gradientUnits", "gradientTransform", "spreadMethod", "offset"),
    *("clipPathUnits", "textLength", "lengthAdjust", "pathLength"),
}
#: How it looks; these may stand in `style` and in style sheets as well.
LOOKS = {
    *("fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity"),
    *("stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray"),
    *("stroke-dashoffset", "opacity", "color", "display", "visibility", "font-family"),
    *("font-size", "font-style", "font-weight", "letter-spacing", "word-spacing"),
    *("text-anchor", "dominant-baseline", "stop-color", "stop-opacity", "clip-path"),
    *("clip-rule", "vector-effect", "paint-order"),
}
ID = re.compile(r"[A-Za-z_][\w.-]{0,80}", re.ASCII)
#: No colon, no backslash, no quotation mark, no at sign: nothing that could lead elsewhere.
VALUE = re.compile(r"[\w\s.,;#%()+*/-]*", re.ASCII)
LOCAL = re.compile(r"url\(\s*['\"]?#([A-Za-z_][\w.-]{0,80})['\"]?\s*\)", re.ASCII)
#: What draws may call nothing but these.
CALLS = {"matrix", "translate", "scale", "rotate", "skewx", "skewy", "rgb", "rgba", "hsl", "hsla"}
CALL = re.compile(r"([\w-]*)\s*\(", re.ASCII)
FAMILY = re.compile(r"['\"]")
RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
SELECTOR = re.compile(r"[.#]?[A-Za-z_][\w-]*", re.ASCII)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
NUMBER = re.compile(r"\s*\+?(\d{1,6}(?:\.\d{0,6})?)(?:px|mm|cm|pt|in)?\s*", re.ASCII)


class DrawingRefused(ValueError):
    """No drawing that can be kept; `reason`: large, markup, entities, nested, many, none, size."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Drawing:
    """A drawing made anew. width, height: its own units; left_out: names of elements, sorted."""

    svg: str
    width: float
    height: float
    left_out: tuple = ()


def redrawn(data):
    """Return the Drawing of a file (bytes); raises DrawingRefused.

    >>> file = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2" onload="x()">'
    >>> found = redrawn(file + b'<script>x()</script><rect width="1" height="1"/></svg>')
    >>> found.left_out, found.svg[-40:]
    (('script',), '<rect width="1" height="1"></rect></svg>')
    """
    if len(data) > LARGEST:
        raise DrawingRefused("large")
    styles = _read(_Styles(), data).rules
    pen = _read(_Pen(styles), data)
    if not pen.drawn:
        raise DrawingRefused("none")
    width, height = pen.size
    body = "".join(pen.parts)
    head = f'<svg xmlns="{NAMESPACE}" viewBox="{pen.box}">'
    return Drawing(f"{head}{body}</svg>", width, height, tuple(sorted(pen.left_out)))


def _read(handler, data):
    try:
        markup.parse([data], handler, DEEPEST)
    except markup.BadMarkup as bad:
        raise DrawingRefused(bad.reason) from bad
    except (UnicodeError, LookupError) as unread:
        raise DrawingRefused("markup") from unread
    return handler


class _Styles(markup.Handler):
    """Reads style sheets first: they may stand after what they are for."""

    def __init__(self):
        self.rules = {}
        self.count = Counter()
        self._sheet = None

    def start(self, name, attributes):
        self.count["elements"] += 1
        if self.count["elements"] > MOST:
            raise DrawingRefused("many")
        if name == "svg:style":
            self._sheet = []

    def text(self, text):
        if self._sheet is not None:
            self._sheet.append(text)

    def end(self, name):
        if name == "svg:style" and self._sheet is not None:
            sheet, self._sheet = COMMENT.sub("", "".join(self._sheet)), None
            for selectors, declared in RULE.findall(sheet):
                looks = _declarations(declared)
                for selector in map(str.strip, selectors.split(",")):
                    if SELECTOR.fullmatch(selector) and looks:
                        self.rules.setdefault(selector, {}).update(looks)


class _Pen(markup.Handler):
    """Writes again what may stand in a drawing."""

    def __init__(self, styles):
        self.styles = styles
        self.parts = []
        self.left_out = set()
        self.drawn = False
        self.box = self.size = None
        self._open = []
        self._skipped = 0

    def start(self, name, attributes):
        space, _colon, bare = name.rpartition(":")
        if self.size is None:
            if name != "svg:svg":
                raise DrawingRefused("none")
            self.box, self.size = _frame(attributes)
            return
        if self._skipped or space != "svg" or bare not in ELEMENTS:
            if not self._skipped and space == "svg" and bare not in ("style", "metadata"):
                self.left_out.add(bare if ID.fullmatch(bare) else "?")
            self._skipped += 1
            return
        self.drawn = self.drawn or bare in SHAPES or bare == "text"
        kept = self._kept(bare, attributes)
        written = "".join(f" {key}={quoteattr(value)}" for key, value in kept.items())
        self.parts.append(f"<{bare}{written}>")
        self._open.append(bare)

    def text(self, text):
        if not self._skipped and self._open and self._open[-1] in TEXTS:
            self.parts.append(escape(text))

    def end(self, name):
        if self._skipped:
            self._skipped -= 1
        elif self._open:
            self.parts.append(f"</{self._open.pop()}>")

    def _kept(self, bare, attributes):
        """Return the attributes that stay, with what style sheets say of the element."""
        found = {}
        for key, value in attributes.items():
            if key in GEOMETRY or key in LOOKS:
                found[key] = _value(value)
        names = [bare, *(f".{one}" for one in attributes.get("class", "").split())]
        if "id" in attributes:
            names.append(f"#{attributes['id']}")
            if ID.fullmatch(attributes["id"]):
                found["id"] = attributes["id"]
        if attributes.get("xlink:href", attributes.get("href", "")).startswith("#"):
            link = attributes.get("xlink:href", attributes.get("href"))[1:]
            if bare in PAINTS and ID.fullmatch(link):
                found["href"] = f"#{link}"
        for name in names:
            found.update(self.styles.get(name, {}))
        found.update(_declarations(attributes.get("style", "")))
        return {key: value for key, value in found.items() if value is not None}


def _declarations(text):
    """Return {property: value} of what says how something looks and leads nowhere."""
    found = {}
    for declared in text.split(";"):
        name, _colon, value = declared.partition(":")
        name, value = name.strip().lower(), _value(value.replace("!important", "").strip())
        if name in LOOKS and value:
            found[name] = value
    return found


def _value(text):
    """Return a value as it may stand, or None.

    >>> _value("url(#sand)"), _value("url(https://example.org/x)"), _value("1 2,3")
    ('url(#sand)', None, '1 2,3')
    """
    text = text.strip()
    local = LOCAL.fullmatch(text)
    if local:
        return f"url(#{local[1]})"
    text = FAMILY.sub("", text)
    calls = {name.lower() for name in CALL.findall(text)}
    return text if VALUE.fullmatch(text) and calls <= CALLS else None


def _frame(attributes):
    """Return (viewBox as text, (width, height)) of the outermost element."""
    numbers = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    try:
        box = [float(number) for number in numbers]
    except ValueError:
        box = []
    if len(box) != 4:
        sides = [NUMBER.fullmatch(attributes.get(name, "")) for name in ("width", "height")]
        box = [0.0, 0.0, *(float(side[1]) for side in sides)] if all(sides) else []
    if not box or not all(abs(number) < 1_000_000 for number in box):
        raise DrawingRefused("size")
    width, height = box[2:]
    if min(width, height) < 1 or max(width, height) > LONGEST * min(width, height):
        raise DrawingRefused("size")
    return " ".join(f"{number:g}" for number in box), (width, height)
