"""Reads a file (a path, or standard input) within limits and tells what it says."""

from kommunalhub.lib.filetext import fences
from kommunalhub.lib.filetext import kinds
from kommunalhub.lib.filetext import limits as rules
from kommunalhub.lib.filetext.sink import Sink

import argparse
import json
import os
import sys


#: Kinds of which there may be a picture.
DRAWN = {"pdf", "docx", "pptx", "xlsx", "odt", "odp", "ods"}

#: Those of which each page may be drawn later, whether they carry a picture or not.
SLIDES = {"pptx", "odp"}


def main(argv=None):
    options = argparse.ArgumentParser(prog="child", description=__doc__)
    options.add_argument("file", nargs="?", help="path; standard input without it")
    options.add_argument("--limits", help="limits as JSON")
    options.add_argument("--name", default="", help="what the file is called, for its ending")
    options.add_argument("--first", type=int, default=1, help="page to begin with")
    options.add_argument("--reached", default="null", help="what is known until there, as JSON")
    options.add_argument("--page", type=int, help="draw this page of a PDF instead")
    options.add_argument("--height", type=int, default=900, help="dots of its longer side")
    options.add_argument("--words", default="[]", help="words to mark on it, as JSON")
    options.add_argument("--ocr", default="", help="the program tesseract, to recognise pictures")
    args = options.parse_args(argv)
    limits = rules.ReadingLimits.from_text(args.limits) if args.limits else rules.ReadingLimits()
    fences.put_up(limits, bool(args.ocr))
    sink = Sink(sys.stdout, limits)
    sink.first, sink.reached = args.first, json.loads(args.reached)
    with open(args.file, "rb") if args.file else os.fdopen(0, "rb") as file:
        if args.page:
            return draw_page(file, args.page, json.loads(args.words), args.height, sink)
        name = args.name or os.path.basename(args.file or "")
        outcome, reason = read(file, name, sink, limits, args.ocr)
        # first: whatever drawing comes to, what was read counts
        sink.end(outcome, reason)
        if (
            sink.first == 1
            and sink.kind in DRAWN
            and (outcome == rules.OK or reason in ("scanned", "no_text"))
        ):
            draw(file, sink, limits)
    return 0


def draw_page(file, number, words, height, sink):
    """Write a picture of one page with words marked on it."""
    from kommunalhub.lib.filetext import pagepicture  # only now: readers of text need none of it

    data = pagepicture.picture_of(file, number, words, height)
    if data is not None:
        sink.picture(data)
    sink.end(rules.OK if data is not None else rules.EMPTY, "")
    return 0


def draw(file, sink, limits):
    """Write a picture of the first page if there can be one."""
    from kommunalhub.lib.filetext import picture  # only now: most kinds have none

    data = picture.picture_of(sink.kind, file, limits)
    if data is not None:
        sink.picture(data)
    if sink.kind in SLIDES or (data is None and sink.kind != "pdf"):
        from kommunalhub.lib.filetext import elsewhere

        sink.alone(not elsewhere.is_named(file, limits))


def read(file, name, sink, limits, ocr=""):
    """Read a file into the sink; return (outcome, reason)."""
    try:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        if size == 0:
            return rules.EMPTY, "no_bytes"
        if size > limits.file:
            return rules.TOO_LARGE, "file"
        kind = sink.kind = kinds.kind_of(file, name)
        file.seek(0)
        kinds.reader_of(kind)(file, sink, limits, ocr)
    except rules.Full:
        return rules.OK, "cut"
    except rules.Refused as refused:
        return refused.outcome, refused.reason
    except MemoryError:
        return rules.TOO_LARGE, "memory"
    except RecursionError:
        return rules.UNSUPPORTED, "nested"
    except Exception as error:  # whatever brings a parser to this: it may as well be our fault
        print(f"{type(error).__name__}: {error}"[:500], file=sys.stderr)
        return rules.UNSUPPORTED, "content"
    return (rules.OK, "") if sink.has_text else (rules.EMPTY, sink.why_empty)


if __name__ == "__main__":
    sys.exit(main())
