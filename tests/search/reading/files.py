"""Makes small good files of every kind, and bad ones of any size, for the tests of reading."""

from datetime import date
from io import BytesIO
from pypdf import PdfReader
from pypdf import PdfWriter
from pypdfium2 import PdfDocument
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile

import zlib


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R = f'xmlns:r="{R_NS}"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "presentation", "style")
)
DRAW = 'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'


def package(members, first=()):
    """Return the bytes of a zip archive with {name: text or bytes}."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in (*first, *members.items()):
            archive.writestr(name, data)
    return out.getvalue()


def rels(**targets):
    """Return relations: id=(end of the type, target)."""
    rows = "".join(
        f'<Relationship Id="{key}" Type="{R_NS}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{RELS}">{rows}</Relationships>'


def docx_with_picture_elsewhere(address):
    """Return a whole .docx, as Word writes it, that shows a picture by its address."""
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    shape = (
        '<pic:nvPicPr><pic:cNvPr id="0" name="b"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        '<a:blip r:link="r9"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="2880000" cy="2880000"/></a:xfrm><a:prstGeom prst="rect"/>'
        "</pic:spPr>"
    )
    body = (
        f"<w:p><w:r><w:t>Guten Tag</w:t></w:r></w:p><w:p><w:r><w:drawing><wp:inline xmlns:wp="
        f'"{drawing}/wordprocessingDrawing"><wp:extent cx="2880000" cy="2880000"/><wp:docPr id="1"'
        f' name="b"/><a:graphic><a:graphicData uri="{drawing}/picture"><pic:pic xmlns:pic='
        f'"{drawing}/picture">{shape}</pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r></w:p>"
    )
    linked = (
        f'<Relationships xmlns="{RELS}"><Relationship Id="r9" Type="{R_NS}/image"'
        f' TargetMode="External" Target="{address}"/></Relationships>'
    )
    return package(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName='
            f'"/word/document.xml" ContentType="{kind}"/></Types>',
            "_rels/.rels": rels(r1=("officeDocument", "word/document.xml")),
            "word/document.xml": f"<w:document {W} {A} {R}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": linked,
        }
    )


def docx(body="<w:p><w:r><w:t>Guten Tag</w:t></w:r></w:p>", **members):
    """Return a .docx; members: name=XML, of the kind that its name begins with."""
    text = f"<w:document {W} {A}><w:body>{body}</w:body></w:document>"
    told = {name: (name.rstrip("0123456789"), f"{name}.xml") for name in members}
    return package(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": rels(r1=("officeDocument", "word/document.xml")),
            "word/document.xml": text,
            "word/_rels/document.xml.rels": rels(**told),
            **{f"word/{name}.xml": data for name, data in members.items()},
        }
    )


def paragraph(text, element="w"):
    return (
        f"<{element}:p><{element}:r><{element}:t>{text}</{element}:t></{element}:r></{element}:p>"
    )


def slide(text):
    return f"<p:sld {P} {A}>{paragraph(text, 'a')}</p:sld>"


def pptx(*slides, notes=None):
    """Return slides, stored in the reverse of the order in which they are shown."""
    members, ids, relations = {}, [], {}
    for number, text in enumerate(slides, 1):
        stored = len(slides) - number + 1
        members[f"ppt/slides/slide{stored}.xml"] = slide(text)
        relations[f"rId{number}"] = ("slide", f"slides/slide{stored}.xml")
        ids.append(f'<p:sldId id="{255 + number}" r:id="rId{number}"/>')
        if notes and number in notes:
            where = f"ppt/notesSlides/notesSlide{stored}.xml"
            members[where] = f"<p:notes {P} {A}>{paragraph(notes[number], 'a')}</p:notes>"
            members[f"ppt/slides/_rels/slide{stored}.xml.rels"] = rels(
                r1=("notesSlide", f"../notesSlides/notesSlide{stored}.xml")
            )
    listed = f"<p:sldIdLst>{''.join(ids)}</p:sldIdLst>"
    members["ppt/presentation.xml"] = f"<p:presentation {P} {R}>{listed}</p:presentation>"
    members["ppt/_rels/presentation.xml.rels"] = rels(**relations)
    members["_rels/.rels"] = rels(r1=("officeDocument", "ppt/presentation.xml"))
    return package(members)


def xlsx(**sheets):
    """Return sheets: title=[[cells]]; texts are shared ones, dates numbers with a style.

    (number, format): "percent" or "euro".
    """
    shared, members, names, relations = [], {}, [], {}
    for number, (title, rows) in enumerate(sheets.items(), 1):
        cells = []
        for row in rows:
            cells.append("<row>")
            for value in row:
                if isinstance(value, str):
                    shared.append(value)
                    cells.append(f'<c t="s"><v>{len(shared) - 1}</v></c>')
                elif isinstance(value, date):
                    cells.append(f'<c s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>')
                elif isinstance(value, tuple):
                    style = {"percent": 2, "euro": 3}[value[1]]
                    cells.append(f'<c s="{style}"><v>{value[0]}</v></c>')
                else:
                    cells.append(f"<c><v>{value}</v></c>")
            cells.append("</row>")
        data = f"<worksheet {S}><sheetData>{''.join(cells)}</sheetData></worksheet>"
        members[f"xl/worksheets/sheet{number}.xml"] = data
        names.append(f'<sheet name="{title}" sheetId="{number}" r:id="rId{number}"/>')
        relations[f"rId{number}"] = ("worksheet", f"worksheets/sheet{number}.xml")
    texts = "".join(f"<si><t>{text}</t></si>" for text in shared)
    members["xl/workbook.xml"] = f"<workbook {S} {R}><sheets>{''.join(names)}</sheets></workbook>"
    relations["rIdS"] = ("sharedStrings", "sharedStrings.xml")
    members["xl/sharedStrings.xml"] = f"<sst {S}>{texts}</sst>"
    relations["rIdT"] = ("styles", "styles.xml")
    own = (
        '<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/>'
        '<numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;€&quot;;[Red]-#,##0.00"/></numFmts>'
    )
    formats = (0, 164, 10, 165)
    used = "".join(f'<xf numFmtId="{number}"/>' for number in formats)
    used = f"<cellXfs>{used}</cellXfs>"
    members["xl/styles.xml"] = f"<styleSheet {S}>{own}{used}</styleSheet>"
    members["xl/_rels/workbook.xml.rels"] = rels(**relations)
    return package(members)


def odf(kind, body, styles="", manifest=""):
    members = {
        "content.xml": f"<office:document-content {ODF} {DRAW}><office:body>{body}</office:body>"
        "</office:document-content>"
    }
    if styles:
        members["styles.xml"] = f"<office:document-styles {ODF}>{styles}</office:document-styles>"
    if manifest:
        members["META-INF/manifest.xml"] = manifest
    return package(members, [("mimetype", f"application/vnd.oasis.opendocument.{kind}")])


def pdf(*pages, stream=None, filters=b""):
    """Return a PDF with a line of text on each page, or with one packed stream."""
    streams = [f"BT /F1 12 Tf 20 720 Td ({text}) Tj ET".encode("latin-1") for text in pages]
    if stream is not None:
        streams = [stream]
    count = len(streams)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, data in enumerate(streams):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number)
        )
        objects.append(b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), filters, data))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n"
    return bytes(out) + end % (size, table, size, len(out)) + b"%%EOF\n"


def scanned_pdf():
    """Return a page with a picture and no text."""
    return pdf(stream=b"0.5 g 100 100 200 200 re f")


def scan(*lines, pages=1):
    """Return pages that are pictures of print, 200 dots per inch."""
    streams = [f"BT /F1 16 Tf 60 {720 - 30 * n} Td ({line}) Tj ET" for n, line in enumerate(lines)]
    printed = PdfDocument(pdf(stream="\n".join(streams).encode("latin-1")))
    page = printed[0].render(scale=200 / 72, grayscale=True).to_pil()
    out = BytesIO()
    page.save(out, "PDF", resolution=200, save_all=True, append_images=[page] * (pages - 1))
    return out.getvalue()


def encrypted_pdf(password="geheim", owner="chef"):
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf("Streng geheim"))))
    writer.encrypt(password, owner, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def encrypted_docx():
    """Return what Word makes of a file with a password: an old-style shell with a packed part."""
    directory = "EncryptionInfo".encode("utf-16-le") + b"\0" * 100
    directory += "EncryptedPackage".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + directory + b"\x9c" * 4000


def packed(byte, megabytes):
    """Return `megabytes` of one byte, deflated."""
    packer, block = zlib.compressobj(9), byte * (1 << 20)
    return b"".join([packer.compress(block) for _ in range(megabytes)]) + packer.flush()


def flate_bomb(megabytes=1500):
    """Return a PDF of some KB whose page is packed twice and would take all memory."""
    twice = zlib.compress(packed(b" ", megabytes), 9)
    return pdf(stream=twice, filters=b"/Filter [/FlateDecode /FlateDecode]")


def zip_bomb(megabytes=600):
    """Return a Word file of some hundred KB with as many megabytes of XML."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", rels(r1=("officeDocument", "word/document.xml")))
        with archive.open("word/document.xml", "w", force_zip64=True) as member:
            member.write(f"<w:document {W}><w:body>".encode())
            for _ in range(megabytes):
                member.write(b"<w:x/>  " * (1 << 17))
            member.write(b"</w:body></w:document>")
    return out.getvalue()


BILLION_LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)


def entity_bomb():
    text = f"{BILLION_LAUGHS}<w:document {W}><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:document>"
    return package({"word/document.xml": text})


def foreign_entity():
    """Return a Word file that asks for a file of the server."""
    text = (
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        f"<w:document {W}><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:document>"
    )
    return package({"word/document.xml": text})
