"""Pictures of text: PDFium draws a page, tesseract reads it."""

from dataclasses import asdict
from kommunalhub.lib.filetext.limits import EMPTY
from kommunalhub.lib.filetext.limits import Full
from kommunalhub.lib.filetext.limits import Refused
from kommunalhub.lib.filetext.sink import clean
from kommunalhub.lib.german.folding import mended
from pathlib import Path

import subprocess


#: Dots per inch; tesseract reads print best at 300, and 200 takes half the time.
RESOLUTION = 200
#: Dots of the longer side: a page as large as a house is drawn smaller.
LONGEST = 4000


def read(document, sink, limits, program, arranger):
    """Recognise a stretch of pages; the working folder is this process's own.

    Raises Refused when the program fails before it has read anything: without the German language
    it would fail on every page.
    """
    sink.why_empty = "scanned"
    picture = Path("page.pgm")
    last = min(len(document), limits.ocr_pages, sink.first + limits.ocr_stretch - 1)
    for number in range(sink.first, last + 1):
        page = document[number - 1]
        scale = min(RESOLUTION / 72, LONGEST / max(*page.get_size(), 1))
        drawn = page.render(scale=scale, grayscale=True)
        rows = bytes(drawn.buffer)
        with picture.open("wb") as file:
            file.write(b"P5 %d %d 255\n" % (drawn.width, drawn.height))
            for at in range(0, drawn.stride * drawn.height, drawn.stride):
                file.write(rows[at : at + drawn.width])
        drawn.close()
        page.close()
        done = subprocess.run(
            [program, str(picture), "stdout", "-l", "deu"],
            capture_output=True,
            env={"OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"},
        )
        if done.returncode and not sink.has_text and sink.first == 1:
            raise Refused(EMPTY, "recognition")
        text = mended(done.stdout.decode("utf-8", "replace"))
        sink.whole(arranger.recognised(number, clean(text)))
    if last < min(len(document), limits.ocr_pages):
        sink.next = {"first": last + 1, "reached": asdict(arranger.reached)}
    elif last < len(document):
        raise Full
