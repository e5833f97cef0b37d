"""The text of Word, PowerPoint and Excel, which write paragraphs, drawings and charts alike."""

from kommunalhub.lib import markup
from kommunalhub.lib.filetext.structure import heading
from kommunalhub.lib.filetext.structure import NEXT_CELL
from kommunalhub.lib.filetext.structure import PARAGRAPH_END
from kommunalhub.lib.notemarks import is_mark


#: What a part refers to and what belongs to its text: charts, SmartArt, and what Excel draws on a
#: sheet, which refers to charts in turn.
BESIDE = ("chart", "chartEx", "diagramData", "drawing")


class Text(markup.Handler):
    """Gathers text; a paragraph inside of another one, as of a box, stands apart from it.

    styles: {id of a style of paragraphs: the mark of structure that it stands for}.
    """

    TEXTS = {"w:t", "a:t", "m:t", "c:v", "cx:pt", "cx:v"}
    #: A second copy for old programs, what was deleted or moved away, and values of charts.
    SKIPPED = {"mc:Fallback", "w:del", "w:moveFrom", "c:numCache", "c:numLit", "cx:numDim"}
    PARAGRAPHS = {"w:p", "a:p"}
    RUNS = {"w:r", "a:r"}
    TABLES, ROWS, CELLS = {"w:tbl", "a:tbl"}, {"w:tr", "a:tr"}, {"w:tc", "a:tc"}
    TITLES = {"title", "ctrTitle"}
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

    def __init__(self, gathered, styles=None):
        self.gathered = gathered
        self.add = gathered.add
        self.styles = styles or {}
        self.skipping = self.paragraphs = self.cells = 0
        self.is_text = self.is_raised = self.is_title = False

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
                self.add(self.apart())
            self.paragraphs += 1
            if self.is_title and not self.cells:
                self.add(heading(1))
                self.is_title = False
        elif name in ("w:pStyle", "w:outlineLvl"):
            self.begin_as(name, attributes.get("w:val", ""))
        elif name in self.CELLS:
            self.cells += 1
        elif name in self.TABLES and not self.cells:
            self.add(PARAGRAPH_END)
        elif name == "p:ph":
            self.is_title = attributes.get("type") in self.TITLES
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
            self.add(self.apart())
            self.paragraphs -= 1
        elif name in self.CELLS:
            self.cells -= 1
            self.add(" " if self.cells else NEXT_CELL)
        elif name in self.ROWS and not self.cells:
            self.add("\n")
        elif name in self.TABLES and not self.cells:
            self.add(PARAGRAPH_END)
        elif name == "p:sp":
            self.is_title = False

    def apart(self):
        """Return what stands between two paragraphs; those of one cell are one text."""
        return " " if self.cells else PARAGRAPH_END

    def begin_as(self, name, value):
        """A paragraph says what it is, before its words: by its style, or by itself."""
        if self.cells:
            return
        if name == "w:pStyle":
            self.add(self.styles.get(value, ""))
        elif value.isdecimal() and int(value) < 9:
            self.add(heading(int(value) + 1))

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
        gathered.add(PARAGRAPH_END)
        package.parse(beside, Text(gathered))
        waiting += package.related(beside, *BESIDE)
