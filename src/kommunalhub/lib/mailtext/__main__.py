"""Reads mails (paths) within limits, one after the other, and writes what they say.

For each: a line of JSON, then the bytes of its files, which the line says the lengths of. Of a mail
that cannot be read the line says why.
"""

from dataclasses import asdict
from kommunalhub.lib.filetext import fences
from kommunalhub.lib.filetext import limits as rules
from kommunalhub.lib.mailtext import message

import json
import signal
import sys


def main(argv=None):
    limits, *paths = sys.argv[1:] if argv is None else argv
    limits = rules.ReadingLimits.from_text(limits)
    fences.put_up(limits)
    out = sys.stdout.buffer
    for path in paths:
        signal.alarm(limits.wall)  # over one that takes longer this program dies; the others go on
        head, files = one(path, limits)
        out.write(json.dumps(head).encode() + b"\n")
        for file in files:
            out.write(file.data)
        out.flush()
    return 0


def one(path, limits):
    """Return (what to write of a mail, its files)."""
    try:
        with open(path, "rb") as file:
            data = file.read(limits.file + 1)
        if len(data) > limits.file:
            return {"why": "large"}, []
        mail = message.read(data)
    except (message.TooDeep, RecursionError):
        return {"why": "nested"}, []
    except MemoryError:
        return {"why": "memory"}, []
    except OSError:
        return {"why": "gone"}, []
    except Exception as error:  # whatever brings a parser to this: the next mail is waiting
        print(f"{type(error).__name__}: {error}"[:500], file=sys.stderr)
        return {"why": "broken"}, []
    files, mail.files = mail.files, []
    told = asdict(mail)
    told["files"] = [[file.name, file.kind, len(file.data)] for file in files]
    return told, files


if __name__ == "__main__":
    sys.exit(main())
