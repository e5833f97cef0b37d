"""XML as a stream of events: no tree in memory, no entities, nothing from elsewhere."""

from kommunalhub.search.reading.limits import DAMAGED
from kommunalhub.search.reading.limits import Refused
from xml.parsers import expat


class Handler:
    """Follows the elements of a document; names come without their namespace."""

    def start(self, name, attributes):
        """An element begins; attributes: {name without namespace: value}."""

    def end(self, name):
        """An element ends."""

    def text(self, text):
        """Text, perhaps in several pieces."""


def parse(blocks, handler, depth):
    """Feed blocks of bytes to a handler. A document type is refused, and with it all entities."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    level = 0

    def start(name, attributes):
        nonlocal level
        level += 1
        if level > depth:
            raise Refused(DAMAGED, "nested")
        handler.start(local(name), {local(key): value for key, value in attributes.items()})

    def end(name):
        nonlocal level
        level -= 1
        handler.end(local(name))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    try:
        for block in blocks:
            parser.Parse(block, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Refused(DAMAGED, "markup") from error


def local(name):
    """Return a name without its namespace."""
    return name.rpartition(" ")[2]


def _refuse(*args):
    raise Refused(DAMAGED, "entities")
