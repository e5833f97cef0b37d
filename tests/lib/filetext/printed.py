"""Makes small PDFs as programs print them: lines at places, in sizes, with an outline."""

from io import BytesIO
from kommunalhub.lib.filetext.__main__ import read
from kommunalhub.lib.filetext.limits import ReadingLimits
from kommunalhub.lib.filetext.parts import Part
from kommunalhub.lib.filetext.sink import Sink
from pypdf import PdfReader
from pypdf import PdfWriter

import io
import json


#: Fonts that every program has.
REGULAR, BOLD = "F1", "F2"
#: Points from one line to the next.
STEP = 14
#: Says that ~ is U+1F4DE, which takes two units of UTF-16.
PHONE = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def
1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfchar <7E> <D83DDCDE> endbfchar endcmap end end"""
WORDS = (
    "Der Vermerk wird mit jedem Schritt des Verfahrens weiter geschrieben und liegt mit dem",
    "Zuschlag vollständig vor. Wer damit bis zum Ende wartet, muss sich an das erinnern, was",
    "lange her ist. Die Prüfung sieht zuerst nach, ob jede Entscheidung begründet ist und wer",
)


def line(text, y, x=70, size=11, font=REGULAR):
    return (text, x, y, size, font)


def body(y=700, lines=12, x=70, size=11):
    """Return lines of running text."""
    return [line(WORDS[n % len(WORDS)], y - n * STEP, x, size) for n in range(lines)]


def pdf(pages, outline=(), rotate=0, matrix="", tags=(), has_phone=False):
    """Return a PDF. pages: lists of `line`; outline: (title, number of page, level from 1).

    tags: of each line of the only page, as Word writes them: "H1", "P" … has_phone: whether ~ is
    the picture of a telephone.
    """
    tree = b"/MarkInfo << /Marked true >> /StructTreeRoot 7 0 R" if tags else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % tree,
        b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % (5 + 2 * n) for n in range(len(pages))), len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding %s >>"
        % (b"/ToUnicode %d 0 R" % (5 + 2 * len(pages)) if has_phone else b""),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = [
            f"BT /{font} {size} Tf {x} {y} Td ({_escaped(text)}) Tj ET"
            for text, x, y, size, font in lines
        ]
        if tags:
            shown = [
                f"/{tag} << /MCID {at} >> BDC\n{one}\nEMC"
                for at, (tag, one) in enumerate(zip(tags, shown, strict=True))
            ]
        said = "\n".join(shown)
        stream = f"{matrix}\n{said}".encode("cp1252")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate %d /Contents %d 0 R "
            b"/StructParents 0 /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
            % (rotate, 6 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    if has_phone:
        way = PHONE.encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(way), way))
    if tags:
        kids = b" ".join(b"%d 0 R" % (8 + at) for at in range(len(tags)))
        parents = b"/ParentTree << /Nums [0 [%s]] >>" % kids
        objects.append(b"<< /Type /StructTreeRoot /K [%s] %s >>" % (kids, parents))
        objects += (
            b"<< /Type /StructElem /S /%s /P 7 0 R /Pg 5 0 R /K %d >>" % (tag.encode(), at)
            for at, tag in enumerate(tags)
        )
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n"
    made = bytes(out) + end % (len(objects) + 1, table, len(objects) + 1, len(out)) + b"%%EOF\n"
    return _with_outline(made, outline) if outline else made


def _escaped(text):
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _with_outline(data, outline):
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    open_now = {}
    for title, number, level in outline:
        open_now[level] = writer.add_outline_item(title, number - 1, open_now.get(level - 1))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def parts_of(data, name="datei.pdf", **limits):
    """Return the parts of a file as the reading program writes them."""
    out = io.StringIO()
    outcome = read(BytesIO(data), name, Sink(out, ReadingLimits(**limits)), ReadingLimits(**limits))
    assert outcome == ("ok", ""), outcome
    said = [json.loads(row) for row in out.getvalue().splitlines()]
    return [Part.from_stored(row["part"]) for row in said if "part" in row]


def pages_of(data, **limits):
    """Return the parts that are pages."""
    return [part for part in parts_of(data, **limits) if part.kind == "page"]
