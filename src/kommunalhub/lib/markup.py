"""XML as a stream of events: no tree in memory, no entities, nothing from elsewhere.

Names come with a short name of their namespace, whatever prefix the file gives it: `w:t`, `a:t`.
"""

from functools import lru_cache
from xml.parsers import expat

import re


#: What the namespaces of Office files are called here; strict and transitional ones alike.
OOXML = {
    "wordprocessingml/main": "w",
    "presentationml/main": "p",
    "spreadsheetml/main": "s",
    "drawingml/main": "a",
    "drawingml/chart": "c",
    "drawingml/diagram": "dgm",
    "officeDocument/math": "m",
    "officeDocument/relationships": "r",
    "package/relationships": "rel",
    "package/content-types": "ct",
    "markup-compatibility": "mc",
}
OTHERS = {
    "http://schemas.microsoft.com/office/drawing/2014/chartex": "cx",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/2000/svg": "svg",
    "http://purl.org/dc/elements/1.1/": "dc",
}
_OOXML = re.compile(r"http://schemas\.openxmlformats\.org/([\w-]+)/2006(?:/([\w-]+))?")
_STRICT = re.compile(r"http://purl\.oclc\.org/ooxml/(.+)")
#: OpenDocument names its namespaces itself: text, table, drawing, office …
_ODF = re.compile(r"urn:oasis:names:tc:opendocument:xmlns:([\w-]+):1\.0")


class BadMarkup(ValueError):
    """What is not read; `reason`: markup (no XML), entities or nested."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


class Handler:
    """Follows the elements of a document; names as in `named`."""

    def start(self, name, attributes):
        """An element begins; attributes: {name: value}."""

    def end(self, name):
        """An element ends."""

    def text(self, text):
        """Text, perhaps in several pieces."""


def parse(blocks, handler, depth=1_000):
    """Feed blocks of bytes to a handler.

    A document type may be named; what declares anything is refused, and with it all entities.
    Raises BadMarkup.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_declarations
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    level = 0

    def start(name, attributes):
        nonlocal level
        level += 1
        if level > depth:
            raise BadMarkup("nested")
        handler.start(named(name), {named(key): value for key, value in attributes.items()})

    def end(name):
        nonlocal level
        level -= 1
        handler.end(named(name))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    try:
        for block in blocks:
            parser.Parse(block, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise BadMarkup("markup") from error


@lru_cache(maxsize=10_000)
def named(name):
    """Return `w:t` for what expat calls "address t"; a name without a namespace stays bare.

    >>> named("http://purl.oclc.org/ooxml/wordprocessingml/main t")
    'w:t'
    >>> named("urn:oasis:names:tc:opendocument:xmlns:text:1.0 p"), named("Id")
    ('text:p', 'Id')
    """
    address, _blank, bare = name.rpartition(" ")
    return f"{_short(address)}:{bare}" if address else bare


@lru_cache(maxsize=1_000)
def _short(address):
    ooxml, strict, odf = (way.fullmatch(address) for way in (_OOXML, _STRICT, _ODF))
    if odf:
        return odf[1]
    if ooxml or strict:
        path = "/".join(filter(None, ooxml.groups())) if ooxml else strict[1]
        return OOXML.get(path, path)
    return OTHERS.get(address, address)


def local(name):
    """Return a name without its namespace.

    >>> local("w:t"), local("Id")
    ('t', 'Id')
    """
    return name.rpartition(":")[2]


def _refuse_declarations(name, system_id, public_id, declares):
    if declares:
        raise BadMarkup("entities")


def _refuse(*args):
    raise BadMarkup("entities")
