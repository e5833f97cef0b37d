"""The picture of one page of a PDF, with words marked on it."""

from base64 import b64encode
from io import BytesIO
from kommunalhub.lib.filetext.pdfsigns import in_units
from PIL import Image
from PIL import ImageChops
from PIL import ImageDraw

import pypdfium2
import pypdfium2.raw as pdfium
import re


#: The picture has so many bytes at most; first it loses quality, then size.
MOST_BYTES = 60_000
QUALITIES = (70, 55, 40, 28)
SMALLER = 0.8
#: Dots of the longer side at most, and words and places of them that are marked.
LONGEST, MOST_WORDS, MOST_MARKS = 1_400, 40, 400
LONGEST_WORD = 120
#: A mark is sea with a line below, as on the pages of the hub; print shows through.
SEA, LINE = (191, 224, 228), (11, 79, 92)
PAPER = (255, 255, 255)
#: What PDFium puts into a word that is divided at the end of a line.
_DIVISION = "(?:[\x02\ufffe\u00ad]|-?\r?\n)*"


def picture_of(file, number, words, height):
    """Return a WebP in base64 of the page with this number, None where there is none.

    words: as they stand on the page; all of them are marked. height: dots, of the longer side.
    """
    file.seek(0)
    try:
        document = pypdfium2.PdfDocument(file)
        if not 0 < number <= len(document):
            return None
        page = document[number - 1]
        scale = min(height, LONGEST) / max(*page.get_size(), 1)
        bitmap = page.render(scale=scale, may_draw_forms=False)
        image = bitmap.to_pil().convert("RGB")
        _mark(image, _boxes(page, bitmap, words))
    except (pypdfium2.PdfiumError, OSError, ValueError):
        return None
    return b64encode(_packed(image)).decode("ascii")


def places_of(text, words):
    """Return [(begin, end)] of whole words in the text of a page, divided ones too.

    >>> places_of("Vergabe-\\nvermerk, Vermerk", ["Vergabevermerk"])
    [(0, 16)]
    """
    found = []
    for word in sorted(dict.fromkeys(words), key=len, reverse=True)[:MOST_WORDS]:
        letters = [re.escape(letter) for letter in word[:LONGEST_WORD]]
        if not letters:
            continue
        way = re.compile(rf"(?<![^\W_]){_DIVISION.join(letters)}(?![^\W_])", re.I)
        found += (match.span() for match in way.finditer(text))
        if len(found) > MOST_MARKS:
            break
    return sorted(set(found))[:MOST_MARKS]


def _boxes(page, bitmap, words):
    """Return (left, top, right, bottom) in dots of what is to be marked."""
    said = page.get_textpage()
    text = in_units(said.get_text_range())
    where = bitmap.get_posconv(page)
    boxes = []
    for begin, end in places_of(text, words):
        one, other = (
            pdfium.FPDFText_GetCharIndexFromTextIndex(said.raw, at) for at in (begin, end - 1)
        )
        if one < 0 or other < one:
            continue
        pieces = said.count_rects(one, other - one + 1)
        rows = joined(said.get_rect(at) for at in range(min(pieces, LONGEST_WORD)))
        for left, bottom, right, top in rows:
            corners = where.to_bitmap(left, top), where.to_bitmap(right, bottom)
            (x1, x2), (y1, y2) = (sorted(pair) for pair in zip(*corners, strict=True))
            boxes.append((x1 - 1, y1 - 1, x2 + 1, y2 + 2))
    return boxes


def joined(boxes):
    """Return boxes (left, bottom, right, top), those of one line as one: programs cut words up.

    >>> joined([(10, 5, 20, 15), (20, 7, 30, 16), (0, -20, 9, -10)])
    [(10, 5, 30, 16), (0, -20, 9, -10)]
    """
    found = []
    for left, bottom, right, top in boxes:
        if found and found[-1][1] < (bottom + top) / 2 < found[-1][3] and left >= found[-1][0]:
            before = found.pop()
            left, right = before[0], max(right, before[2])
            bottom, top = min(bottom, before[1]), max(top, before[3])
        found.append((left, bottom, right, top))
    return found


def _mark(image, boxes):
    if not boxes:
        return
    paper = Image.new("RGB", image.size, PAPER)
    draw = ImageDraw.Draw(paper)
    for box in boxes:
        draw.rectangle(box, fill=SEA)
    image.paste(ImageChops.multiply(image, paper))
    draw = ImageDraw.Draw(image)
    thick = max(1, round(image.height / 400))
    for left, _top, right, bottom in boxes:
        draw.rectangle((left, bottom, right, bottom + thick), fill=LINE)


def _packed(image):
    """Return a WebP that is small enough."""
    while True:
        for quality in QUALITIES:
            out = BytesIO()
            image.save(out, "WEBP", quality=quality)
            if out.tell() <= MOST_BYTES:
                return out.getvalue()
        image = image.resize([max(1, round(side * SMALLER)) for side in image.size])
