"""How long 300 pages of a PDF take to be read, beside requests that go on.

    nice python benchmarks/search/reading.py [FILE] [--pages 300] [--runs 5]

Without a file a manual is made: a title, contents, headings, heads, page numbers and running text,
always the same one. Each run reads it as the site does, in stretches of 100 pages, each by a
program of its own. Told are the least seconds on the clock and of computing of all runs, as other
work on the machine makes runs longer and never shorter; how long the programs were ready and had to
wait for a processor that others used (Linux tells it); and the memory of the program at most.
The share of a processor that a thread of this process gets meanwhile is what is left for requests.
"""

from contextlib import suppress
from kommunalhub.lib.filetext.limits import ReadingLimits
from kommunalhub.search.reading import child
from kommunalhub.search.reading.process import read
from pathlib import Path
from threading import Event
from threading import Thread
from time import perf_counter
from time import thread_time

import argparse
import io
import sys


sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from lib.filetext.printed import BOLD
from lib.filetext.printed import line
from lib.filetext.printed import pdf
from lib.filetext.printed import STEP

import documents


#: Lines of a page, and on which pages chapters begin.
LINES, CHAPTER = 42, 8


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("file", nargs="?", type=Path)
    options.add_argument("--pages", type=int, default=300)
    options.add_argument("--runs", type=int, default=5)
    args = options.parse_args()
    data = args.file.read_bytes() if args.file else manual(args.pages)
    runs = [one_run(data) for _ in range(args.runs)]
    reading = runs[0][0]
    letters = sum(len(part.text) for part in reading.parts)
    print(f"{reading.outcome}, {reading.pages} pages, {letters:,} letters, {len(data):,} bytes")
    clock, computing = (min(run[n] for run in runs) for n in (1, 2))
    memory = max(run[0].memory or 0 for run in runs) / 1e6
    print(f"least of {args.runs}: {clock:.1f} s on the clock, {computing:.1f} s of computing")
    quickest = min(runs, key=lambda run: run[1])
    print(f"of the quickest {quickest[4]:.1f} s waiting for a processor that others used")
    print(f"memory of the reading program {memory:.0f} MB at most")
    share = max(run[3] for run in runs)
    print(f"a thread that wants to compute meanwhile gets {share:.0%} of a processor")


def one_run(data):
    """Return (Reading, seconds on the clock, of computing, share of a processor, waiting)."""
    ended, got, waited = Event(), [], []
    reap = child.reap

    def note(program):
        with suppress(OSError):
            told = Path(f"/proc/{program.pid}/schedstat").read_text(encoding="ascii")
            waited.append(int(told.split()[1]) / 1e9)
        return reap(program)

    child.reap = note
    thread = Thread(target=compute, args=(ended, got))
    thread.start()
    began = perf_counter()
    reading = read(io.BytesIO(data), "handbuch.pdf", ReadingLimits(), ocr="", office="")
    seconds = perf_counter() - began
    child.reap = reap
    ended.set()
    thread.join()
    return reading, seconds, reading.seconds, got[0] / seconds, sum(waited)


def compute(ended, got):
    """Work as requests do until it has ended; note the seconds that this thread got."""
    began = thread_time()
    while not ended.is_set():
        sum(range(10_000))
    got.append(thread_time() - began)


def manual(pages):
    """Return the PDF of a manual with so many pages."""
    said = [s for document in documents.documents(pages) for s in document.body.splitlines()]
    chapters = range(3, pages + 1, CHAPTER)
    contents = [
        line(f"Kapitel {number} {'. ' * 30}{page}", 770 - STEP * number)
        for number, page in enumerate(chapters, 1)
    ]
    made = [[line("Handbuch", 500, size=28, font=BOLD)], contents]
    for page in range(3, pages + 1):
        lines = [line("Handbuch", 815, size=9), line(str(page), 30, x=290, size=9)]
        if page in chapters:
            title = f"Kapitel {1 + chapters.index(page)}"
            lines.append(line(title, 780, size=16, font=BOLD))
        texts = [said[(page * LINES + n) % len(said)][:95] for n in range(LINES)]
        made.append([*lines, *(line(text, 750 - STEP * n) for n, text in enumerate(texts))])
    return pdf(made)


if __name__ == "__main__":
    main()
