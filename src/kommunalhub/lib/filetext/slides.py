"""PowerPoint: each slide with its tables, charts and notes, in the order of the show."""

from kommunalhub.lib import markup
from kommunalhub.lib.filetext.ooxml import BESIDE
from kommunalhub.lib.filetext.ooxml import say_beside
from kommunalhub.lib.filetext.ooxml import Text
from kommunalhub.lib.filetext.packages import Package


class _Order(markup.Handler):
    """ids: of the relations of the slides; sections name them again, in a namespace of theirs."""

    def __init__(self):
        self.ids = []
        self.inside = False

    def start(self, name, attributes):
        if name == "p:sldIdLst":
            self.inside = True
        elif name == "p:sldId" and self.inside and len(self.ids) < 10_000:
            self.ids.append(attributes.get("r:id"))

    def end(self, name):
        if name == "p:sldIdLst":
            self.inside = False


def read(file, sink, limits, ocr):
    """Read a .pptx."""
    sink.unit = "slide"
    package = Package(file, limits)
    main = package.main()
    relations = package.relations(main)
    order = _Order()
    package.parse(main, order)
    for number, key in enumerate(order.ids, 1):
        _kind, name = relations.get(key, ("", ""))
        with sink.gathering("slide", number) as gathered:
            package.parse(name, Text(gathered))
            say_beside(package, name, gathered, (*BESIDE, "notesSlide"))
