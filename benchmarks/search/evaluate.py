"""How well and how fast each engine finds; `make search-eval` prints the tables.

    python benchmarks/search/evaluate.py [--sizes 312,1000] [--engines ours] [--misses]

Each engine and size has a process of its own, one after the other. recall@k: the share of what
answers a query that is among the first k, of at most k. MRR: 1 / place of the first that does.
"""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import argparse
import documents as corpus
import gc
import sys
import tempfile
import time


KEYWORDS = ("plural", "part", "whole", "phrase", "typo", "folding")
AT_ONCE = 500
ROUNDS = 3


def memory():
    """Return the resident memory of this process in MB."""
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def measure(engine_name, size):
    """Return what one engine does with so many documents."""
    from engines import ENGINES

    documents = corpus.documents(size)
    answers = {}
    for number, document in enumerate(documents):
        answers.setdefault(document.unit, set()).add(number)
    gc.collect()
    before = memory()
    with tempfile.TemporaryDirectory() as folder:
        engine = ENGINES[engine_name](folder)
        began = time.perf_counter()
        numbered = list(enumerate(documents))
        for start in range(0, len(numbered), AT_ONCE):
            engine.add(numbered[start : start + AT_ONCE])
        rate = len(numbered) / (time.perf_counter() - began)
        asked = corpus.queries()
        began = time.perf_counter()
        engine.find(asked[0][1])
        cold = time.perf_counter() - began
        took, results = [], []
        for turn in range(ROUNDS):
            for kind, text, units in asked:
                began = time.perf_counter()
                found = engine.find(text)
                took.append(time.perf_counter() - began)
                if not turn:
                    wanted = set().union(*(answers[unit] for unit in units))
                    results.append((kind, text, *judge(found, wanted)))
        gc.collect()
        return {
            "title": engine.title,
            "size": size,
            "results": results,
            "cold": cold * 1000,
            "p50": percentile(took, 0.5) * 1000,
            "p95": percentile(took, 0.95) * 1000,
            "rate": rate,
            "memory": memory() - before,
            "disk": engine.size() / 1e6,
        }


def judge(found, wanted):
    """Return (recall@5, recall@10, reciprocal rank)."""
    recalls = [len(wanted & set(found[:k])) / min(k, len(wanted)) for k in (5, 10)]
    place = next((place for place, number in enumerate(found, 1) if number in wanted), None)
    return (*recalls, 1 / place if place else 0)


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def mean(results, kinds, column):
    values = [result[column] for result in results if result[0] in kinds]
    return sum(values) / len(values) if values else 0


def row(found):
    cells = [found["title"], f"{found['size']:,}"]
    for kinds in (("question",), KEYWORDS):
        cells.append("/".join(f"{mean(found['results'], kinds, c):.2f}" for c in (2, 3, 4)))
    cells += [f"{found[name]:.1f}" for name in ("cold", "p50", "p95")]
    cells += [f"{found['rate']:,.0f}", f"{found['memory']:.0f}", f"{found['disk']:.1f}"]
    return "| " + " | ".join(cells) + " |"


def main():
    from engines import ENGINES

    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", default="312,1000,5000,20000")
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--misses", action="store_true", help="print what was not found at once")
    args = parser.parse_args()
    print("| engine | documents | questions r@5/r@10/MRR | keywords r@5/r@10/MRR", end="")
    print(" | cold ms | p50 ms | p95 ms | docs/s | memory MB | disk MB |")
    print("|" + "---|" * 10)
    kinds = []
    for size in map(int, args.sizes.split(",")):
        for name in args.engines.split(","):
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
                found = process.submit(measure, name, size).result()
            print(row(found), flush=True)
            if args.misses:
                for kind, text, five, ten, rank in found["results"]:
                    if five < 1:
                        print(f"    {kind}: {text}: {five:.2f} {ten:.2f} {rank:.2f}")
            if name == "ours":
                kinds.append(found)
    print("\n| recall@5 by kind | " + " | ".join(("question", *KEYWORDS)) + " |")
    print("|" + "---|" * 8)
    for found in kinds:
        cells = [f"{mean(found['results'], (k,), 2):.2f}" for k in ("question", *KEYWORDS)]
        print(f"| {found['size']:,} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    sys.exit(main())
