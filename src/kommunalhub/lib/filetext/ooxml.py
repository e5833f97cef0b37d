"""The text of Word, PowerPoint and Excel, which write paragraphs, drawings and charts alike."""

from kommunalhub.lib import markup
from kommunalhub.lib.notemarks import is_mark


#: What a part refers to and what belongs to its text: charts, SmartArt, and what Excel draws on a
#: sheet, which refers to charts in turn.
BESIDE = ("chart", "chartEx", "diagramData", "drawing")


class Text(markup.Handler):
    """Gathers text; a paragraph inside of another one, as of a box, stands apart from it."""

    TEXTS = {"w:t", "a:t", "m:t", "c:v", "cx:pt", "cx:v"}
    #: A second copy for old programs, what was deleted or moved away, and values of charts.
    SKIPPED = {"mc:Fallback", "w:del", "w:moveFrom", "c:numCache", "c:numLit", "cx:numDim"}
    PARAGRAPHS = {"w:p", "a:p"}
    RUNS = {"w:r", "a:r"}
    #: Texts of charts that are no paragraphs.
    APART = {"c:v", "cx:pt", "cx:v"}
    BLANKS = {
        "w:tab": "\t",
        "w:ptab": "\t",
        "w:br": "\n",
        "a:br": "\n",
        "w:cr": "\n",
        "w:noBreakHyphen": "-",
    }

    def __init__(self, gathered):
        self.gathered = gathered
        self.add = gathered.add
        self.skipping = self.paragraphs = 0
        self.is_text = self.is_raised = False

    def start(self, name, attributes):
        if self.skipping or name in self.SKIPPED or _is_number_of_slide(name, attributes):
            self.skipping += 1
        elif name in self.TEXTS:
            self.is_text = True
        elif name in self.BLANKS:
            self.add(self.BLANKS[name])
        elif name in self.RUNS:
            self.is_raised = False
        elif name in self.PARAGRAPHS:
            if self.paragraphs:
                self.add("\n")
            self.paragraphs += 1
        elif _is_raised(name, attributes):
            self.is_raised = True

    def end(self, name):
        if self.skipping:
            self.skipping -= 1
        elif name in self.TEXTS:
            self.is_text = False
            if name in self.APART:
                self.add("\n")
        elif name in self.PARAGRAPHS:
            self.add("\n")
            self.paragraphs -= 1

    def text(self, text):
        if self.is_text and not self.skipping:
            if self.is_raised and is_mark(self.gathered.tail(), text):
                self.add(" ")
            self.add(text)


def _is_number_of_slide(name, attributes):
    return name == "a:fld" and attributes.get("type") == "slidenum"


def _is_raised(name, attributes):
    if name == "w:vertAlign":
        return attributes.get("w:val") == "superscript"
    how_high = attributes.get("baseline", "") if name == "a:rPr" else ""
    return bool(how_high.strip("0%")) and not how_high.startswith("-")


def say_beside(package, name, gathered, kinds=BESIDE):
    """Gather the texts of what a part refers to; each once, and nothing twice in a circle."""
    seen, waiting = {name}, package.related(name, *kinds)
    while waiting:
        beside = waiting.pop(0)
        if beside in seen:
            continue
        seen.add(beside)
        gathered.add("\n")
        package.parse(beside, Text(gathered))
        waiting += package.related(beside, *BESIDE)
