"""Word: paragraphs, tables, text boxes, charts, notes, headers and footers."""

from kommunalhub.lib.filetext.ooxml import say_beside
from kommunalhub.lib.filetext.ooxml import Text
from kommunalhub.lib.filetext.packages import Package
from kommunalhub.lib.filetext.sink import clean
from kommunalhub.lib.filetext.sink import Gathered


def read(file, sink, limits, ocr):
    """Read a .docx. It has no pages: where one ends is up to the program that shows it."""
    package = Package(file, limits)
    main = package.main()
    with sink.gathering() as gathered:
        package.parse(main, Text(gathered))
        say_beside(package, main, gathered)
    for name in sorted(package.related(main, "footnotes", "endnotes")):
        with sink.gathering("notes") as gathered:
            package.parse(name, Text(gathered))
    seen = set()
    for name in sorted(package.related(main, "header", "footer")):
        gathered = Gathered(limits.plain)
        package.parse(name, Text(gathered))
        text = clean(gathered.text)
        if text not in seen:
            seen.add(text)
            sink.part(text, "margins")
