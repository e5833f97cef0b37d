"""Reads the files of a job, each by itself, and tells what they say.

Job (JSON on standard input): {root, base, files: [{key, kind}]}. Lines: {key, ...}: what the reader
of its kind returns, or {key, refused: [reason, detail]}.
"""

from importlib import import_module
from kommunalhub.editorial.moving.reader.refusing import Refused
from kommunalhub.lib.filetext import fences
from kommunalhub.lib.filetext import limits as rules

import argparse
import json
import os
import sys


#: {kind: (module, function)}; each is called with (bytes, key, base, limits).
READERS = {
    "html": ("html", "read"),
    "docx": ("word", "read"),
    "md": ("markdown", "read"),
    "picture": ("picture", "read"),
    "record": ("record", "read"),
}


def main():
    options = argparse.ArgumentParser(prog="reader", description=__doc__)
    options.add_argument("--limits", required=True, help="limits as JSON")
    limits = rules.ReadingLimits.from_text(options.parse_args().limits)
    job = json.load(sys.stdin)
    for kind in {one["kind"] for one in job["files"]}:
        reader_of(kind)  # before the fences: what is imported reads files of its own
    fences.put_up(limits)
    for one in job["files"]:
        told = {"key": one["key"], **read(job["root"], one, job["base"], limits)}
        sys.stdout.write(json.dumps(told, ensure_ascii=True) + "\n")
        sys.stdout.flush()
    return 0


def reader_of(kind):
    module, name = READERS[kind]
    return getattr(import_module(f"kommunalhub.editorial.moving.reader.{module}"), name)


def read(root, one, base, limits):
    """Return what a file says, or why it is refused."""
    try:
        data = content_of(os.path.join(root, one["key"]), limits.file)
        return reader_of(one["kind"])(data, one["key"], base, limits)
    except Refused as refused:
        return {"refused": [refused.reason, refused.detail]}
    except rules.Refused as refused:
        return {"refused": [refused.outcome, refused.reason]}
    except MemoryError:
        return {"refused": ["too_large", "memory"]}
    except RecursionError:
        return {"refused": ["damaged", "nested"]}
    except Exception as error:  # whatever brings a parser to this: the other files know nothing
        return {"refused": ["damaged", type(error).__name__]}


def content_of(path, most):
    """Return the bytes of a file that is no link."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    with os.fdopen(descriptor, "rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise Refused("too_large", "file")
    if not data:
        raise Refused("empty")
    return data


if __name__ == "__main__":
    sys.exit(main())
