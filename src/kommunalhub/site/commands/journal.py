"""`kommunalhub journal verify`: whether every journal of the site is as it was written."""

from contextlib import redirect_stdout
from kommunalhub.approvals.journal import anchors
from kommunalhub.approvals.journal import audit
from kommunalhub.approvals.journal import chain
from kommunalhub.site.server import configuration
from kommunalhub.site.server import process
from kommunalhub.site.server import sites
from pathlib import Path

import json
import sys


WRONG = {
    chain.CHANGED: "its facts were changed",
    chain.TEXT: "its text or person was changed or taken out without a mark",
    chain.MISSING: "it is missing",
    chain.MOVED: "another entry stands in its place",
    chain.CUT: "the journal ends before it",
    chain.REWRITTEN: "the journal up to it was written anew",
    chain.UNREADABLE: "the journal cannot be read",
}


def run(args):
    """Verify and print; return 1 when a journal is broken."""
    earlier = heads_of(args.against) if args.against else None
    with (
        redirect_stdout(sys.stderr),  # so that what is printed at the end can be read by a program
        process.zope(args.ini, read_only=True),
        sites.opened(args.site_id),
    ):
        result = verify(earlier, show_progress)
    print(json.dumps(result, indent=1) if args.json else "\n".join(sentences(result)))
    return 0 if result["sound"] else 1


def verify(earlier=None, progress=None):
    """Return what is known of all journals of the current site, as plain data.

    earlier: {uid: (number, length, head)} kept outside; else the site's own anchors count.
    """
    notes = {uid: note for uid, note in anchors.ledger().items() if uid != anchors.DAY}
    if earlier is not None:
        notes.update(earlier)
    result = {"cases": 0, "entries": 0, "redacted": 0, "broken": [], "heads": {}}
    for found in audit.walk(notes, progress):
        report = found.report
        result["cases"] += 1
        result["entries"] += report.length
        result["redacted"] += report.redacted
        result["heads"][found.uid] = [found.number, report.length, report.head]
        if not report.sound:
            where = {"number": found.number, "path": found.path}
            what = {"seq": report.broken, "wrong": report.wrong, "message": WRONG[report.wrong]}
            result["broken"].append({**where, **what})
    gone = [note[0] for uid, note in notes.items() if uid not in result["heads"]]
    result |= {"gone": sorted(gone), "anchored_on": anchors.anchored_on()}
    result["sound"] = not result["broken"]
    return result


def sentences(result):
    """Yield the lines a person reads."""
    for broken in result["broken"]:
        yield f"{broken['number']}: entry {broken['seq']}: {broken['message']} ({broken['path']})"
    for number in result["gone"]:
        yield f"{number}: the whole case is gone since its journal was anchored"
    day = result["anchored_on"]
    yield (
        f"Anchors of {day} were compared."
        if day
        else (
            "No anchors yet: entries cut off at the end would not show;"
            " `kommunalhub tick` makes them."
        )
    )
    counts = "{cases} cases, {entries} entries, {redacted} redacted: ".format(**result)
    yield counts + ("sound" if result["sound"] else f"{len(result['broken'])} broken")


def show_progress(done, total):
    print(f"{done} of {total} cases", flush=True)


def heads_of(file):
    """Return the heads that an earlier run with --json has told."""
    try:
        heads = json.loads(Path(file).read_text(encoding="utf-8"))["heads"]
        return {uid: (number, length, head) for uid, (number, length, head) in heads.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise configuration.Refused(f"{file} is no output of `journal verify --json`.") from error
