"""Whether the sentence that is shown as an answer is one.

    python benchmarks/search/answers.py [--folder FOLDER] [--misses] [--texts FILE]

answers.txt (tuned: thresholds and patterns of search/answering.py) and answers-heldout.txt:
questions with one clear answer, a date, a number, a time or a name, to the two collections of
manuals and to the files of the demo, judged before the first run: a sentence is right that has the
words beside the question in it. The queries of places.py, which mostly ask how something is done,
are asked as well: of those an answer is right from a page that was judged, or one beside it.
"""

from collections import Counter
from engines import Delivered
from kommunalhub.search.reading import process
from pathlib import Path

import argparse
import kommunalhub
import pickle
import places
import tempfile


SETS = {"tuned": "answers.txt", "held out": "answers-heldout.txt"}
DEMO = Path(kommunalhub.__file__).parent / "site" / "demo" / "files"


def demo():
    """Return {id: Manual} of the files of the demo."""
    found = {}
    for path in sorted(DEMO.iterdir()):
        with path.open("rb") as file:
            parts = process.read(file, path.name).parts
        found[path.stem] = places.Manual(path.stem.replace("-", " "), parts)
    return found


def questions(path):
    """Return [(files, question, words one of which its answer has)]."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [(files, text, words.split(";")) for files, text, words in rows]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--folder", type=Path, default=places.FOLDER)
    options.add_argument("--texts", type=Path, help="keep what was read, for the next run")
    options.add_argument("--misses", action="store_true", help="print those of the tuned set")
    args = options.parse_args()
    if args.texts and args.texts.exists():
        texts, _seconds = pickle.loads(args.texts.read_bytes())
    else:
        texts, _seconds = places.read(args.folder)
    asked = {name: (found, sets) for name, found, sets in places.collections(texts)}
    asked["demo"] = demo(), {}
    hubs = {}
    for name, (found, _sets) in asked.items():
        folder = tempfile.TemporaryDirectory()
        hubs[name] = places.Hub(found, folder.name, Delivered), folder
    print("| set | questions with one answer | shown | right | other queries | shown | right |")
    print("|" + "---|" * 7)
    for part, file in SETS.items():
        clear, others = Counter(), Counter()
        for name, text, words in questions(places.HERE / file):
            hub = hubs[name][0]
            hub.first(text)
            is_right = hub.answer is not None and any(word in hub.answer[2] for word in words)
            clear.update(asked=1, shown=hub.answer is not None, right=is_right)
            if args.misses and part == "tuned" and not is_right:
                print(f"    {text}: {hub.answer}")
        for name, (_found, sets) in asked.items():
            for one in places.judged(hubs[name][0], sets.get(part, ())):
                others.update(asked=1, shown=one["answers"], right=one["answered"])
        cells = [str(some[key]) for some in (clear, others) for key in ("asked", "shown", "right")]
        print(f"| {part} | {' | '.join(cells)} |", flush=True)
    for _hub, folder in hubs.values():
        folder.cleanup()


if __name__ == "__main__":
    main()
