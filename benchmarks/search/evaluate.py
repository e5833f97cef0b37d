"""How well and how fast each engine finds; `make search-eval` prints the tables.

    python benchmarks/search/evaluate.py [--sizes 312,1000] [--engines ours] [--misses]
        [--documents texts.jsonl --queries questions.txt]

Each engine and size has a process of its own, one after the other; all read the same texts out of a
database. recall@k: the share of what answers a query that is among the first k, of at most k.
MRR: 1 / place of the first that does.

Documents and queries of somebody else: see documents.py for the first, and queries.txt for the
second, `kind | what somebody types | ids of the documents that answer it`, where any kind but
`question` counts as keywords. Beyond their number, pieces of their own sentences are noise.
"""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import argparse
import documents as corpus
import gc
import sys
import tempfile
import time


#: The rules were tuned on the first; the second was judged before it was run and not tuned on.
SETS = {"tuned": "queries.txt", "held out": "heldout.txt"}
QUESTION = "question"
AT_ONCE = 500
ROUNDS = 3


def memory():
    """Return the resident memory of this process in MB."""
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def kept(folder, texts):
    """Return (an index in a database that keeps so many texts, seconds that writing them took)."""
    from engines import Texts
    from kommunalhub.search.fulltext.index import FulltextIndex
    from ZODB.DB import DB
    from ZODB.FileStorage import FileStorage

    import transaction

    index = FulltextIndex("fulltext")
    connection = DB(FileStorage(f"{folder}/Data.fs")).open()
    connection.root()["index"] = index
    began = time.perf_counter()
    for place, (number, document) in enumerate(texts):
        index.index_object(number, Texts(document))
        if place % AT_ONCE == 0:
            transaction.commit()
    transaction.commit()
    connection.cacheMinimize()
    return index, time.perf_counter() - began


def measure(engine_name, size, path, sets):
    """Return what one engine does with so many documents; sets: {title: file of queries}."""
    from engines import ENGINES
    from kommunalhub.search.analysis.query import parse

    texts = corpus.numbered(size, path)
    size = len(texts)
    asked = [(name, *query) for name, file in sets.items() for query in corpus.queries(file)]
    answers = {}
    for number, document in texts:
        answers.setdefault(document.unit, set()).add(number)
    unknown = {unit for *_, units in asked for unit in units} - set(answers)
    if unknown:
        raise ValueError(f"no document is called {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as folder:
        index, writing = kept(folder, texts)
        home = Path(folder) / "client"
        home.mkdir()
        engine = ENGINES[engine_name](home)
        gc.collect()
        before = memory()
        began = time.perf_counter()
        engine.rebuild(index)
        reading = time.perf_counter() - began
        began = time.perf_counter()
        engine.search(index, parse(asked[0][2]))
        cold = time.perf_counter() - began
        took, results = [], []
        for turn in range(ROUNDS):
            for name, kind, text, units in asked:
                began = time.perf_counter()
                found = engine.search(index, parse(text)).ranked
                took.append(time.perf_counter() - began)
                if not turn:
                    wanted = set().union(*(answers[unit] for unit in units))
                    scores = judge([number for _, number in found], wanted)
                    results.append((name, kind, text, *scores))
        gc.collect()
        return {
            "title": engine.title,
            "size": size,
            "results": results,
            "cold": cold * 1000,
            "p50": percentile(took, 0.5) * 1000,
            "p95": percentile(took, 0.95) * 1000,
            "rate": size / reading,
            "memory": memory() - before,
            "disk": engine.size() / 1e6,
            "writing": size / writing,
        }


def judge(found, wanted):
    """Return (recall@5, recall@10, reciprocal rank)."""
    recalls = [len(wanted & set(found[:k])) / min(k, len(wanted)) for k in (5, 10)]
    place = next((place for place, number in enumerate(found, 1) if number in wanted), None)
    return (*recalls, 1 / place if place else 0)


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def mean(results, name, is_meant, column):
    values = [result[column] for result in results if result[0] == name and is_meant(result[1])]
    return sum(values) / len(values) if values else 0


def row(found, sets):
    cells = [found["title"], f"{found['size']:,}"]
    for name in sets:
        for is_meant in (QUESTION.__eq__, QUESTION.__ne__):
            figures = [mean(found["results"], name, is_meant, column) for column in (3, 4, 5)]
            cells.append("/".join(f"{figure:.2f}" for figure in figures))
    cells += [f"{found[name]:.1f}" for name in ("cold", "p50", "p95")]
    cells += [f"{found['rate']:,.0f}", f"{found['memory']:.0f}", f"{found['disk']:.1f}"]
    return "| " + " | ".join(cells) + " |"


def main():
    from engines import ENGINES

    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", default="312,1000,5000,20000")
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--documents", help="somebody else's, JSON lines")
    parser.add_argument("--queries", nargs="+", help="what is asked of them")
    parser.add_argument("--misses", action="store_true", help="print what was not found at once")
    args = parser.parse_args()
    if bool(args.documents) != bool(args.queries):
        parser.error("--documents and --queries belong together")
    sets = {Path(file).stem: str(Path(file).resolve()) for file in args.queries or ()} or SETS
    heads = [f"{kind}, {name}" for name in sets for kind in ("questions", "keywords")]
    heads += ["cold ms", "p50 ms", "p95 ms", "docs/s", "memory MB", "disk MB"]
    print("recall@5/recall@10/MRR\n")
    print("| " + " | ".join(["engine", "documents", *heads]) + " |")
    print("|" + "---|" * (len(heads) + 2))
    ours = []
    for size in map(int, args.sizes.split(",")):
        for name in args.engines.split(","):
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
                found = process.submit(measure, name, size, args.documents, sets).result()
            print(row(found, sets), flush=True)
            for query in found["results"] if args.misses else ():
                if query[3] < 1:
                    print(f"    {query[1]}: {query[2]}: {query[3]:.2f} {query[4]:.2f}")
            if name == "ours":
                ours.append(found)
    kinds = list(dict.fromkeys(result[1] for found in ours for result in found["results"]))
    print("\n| recall@5 by kind | set | " + " | ".join(kinds) + " |")
    print("|" + "---|" * (len(kinds) + 2))
    for found in ours:
        for name in sets:
            cells = [f"{mean(found['results'], name, kind.__eq__, 3):.2f}" for kind in kinds]
            print(f"| {found['size']:,} | {name} | " + " | ".join(cells) + " |")
    print("\n| documents | texts written to the database, docs/s | read anew after a loss, s |")
    print("|" + "---|" * 3)
    for found in ours:
        seconds = found["size"] / found["rate"]
        print(f"| {found['size']:,} | {found['writing']:,.0f} | {seconds:.1f} |")


if __name__ == "__main__":
    sys.exit(main())
