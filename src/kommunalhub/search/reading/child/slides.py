"""PowerPoint: each slide with its tables, diagrams and notes, in the order of the show."""

from kommunalhub.search.reading.child import markup
from kommunalhub.search.reading.child.packages import Package
from kommunalhub.search.reading.child.word import Text


#: What a slide refers to and what has text.
SAID_BESIDE = ("diagramData", "notesSlide")


class _Order(markup.Handler):
    def __init__(self):
        self.ids = []
        self.inside = False

    def start(self, name, attributes):
        if name == "sldIdLst":
            self.inside = True
        elif name == "sldId" and self.inside and len(self.ids) < 10_000:
            # `id` is there twice, with and without the namespace of relations
            self.ids.append(attributes.get("id"))

    def end(self, name):
        if name == "sldIdLst":
            self.inside = False


def read(file, sink, limits, ocr):
    """Read a .pptx."""
    sink.unit = "slide"
    package = Package(file, limits)
    main = package.main("ppt/presentation.xml")
    relations = package.relations(main)
    order = _Order()
    package.parse(main, order)
    for number, key in enumerate(order.ids, 1):
        _kind, name = relations.get(key, ("", ""))
        with sink.gathering("slide", number) as gathered:
            package.parse(name, Text(gathered))
            for kind, beside in package.relations(name).values():
                if kind in SAID_BESIDE and beside in package:
                    gathered.add("\n")
                    package.parse(beside, Text(gathered))
