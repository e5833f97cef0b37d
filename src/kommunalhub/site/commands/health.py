"""`kommunalhub health`: whether the hub runs, for people and for programs that watch it."""

from contextlib import redirect_stdout
from kommunalhub.core import formatting
from kommunalhub.site.health import rules
from kommunalhub.site.health.probing import probe
from kommunalhub.site.server import configuration
from kommunalhub.site.server import process
from kommunalhub.site.server import sites

import json
import logging
import sys


HANDED_OVER = ("site_id", "json")
logger = logging.getLogger(__name__)
WRONG = {
    rules.DATABASE: "The database does not answer.",
    rules.SEARCH: "The search does not answer.",
    rules.MAIL: "Mail has been waiting for too long.",
    rules.TICK: "What falls due is not done: no tick of late.",
    rules.FAILED: "Something failed in the last tick.",
}


def run(args):
    """Ask without a serving process; what is printed is the answer alone."""
    lines = []
    try:
        with redirect_stdout(sys.stderr), process.zope(args.ini, read_only=True):
            code = work(vars(args), lines.append)
    except configuration.Refused:
        raise
    except Exception:
        logger.exception("the database cannot be opened")
        code = tell_of(rules.Reading(formatting.now()), args.json, lines.append)
    print("\n".join(lines))
    return code


def work(options, tell):
    """Tell how a site does; 1 when it is ill."""
    with sites.opened(options["site_id"]) as portal:
        return tell_of(probe(portal), options["json"], tell)


def tell_of(reading, as_json, tell):
    """Tell of a Reading, as data or in sentences; return the exit code."""
    data = rules.as_data(reading)
    for line in [json.dumps(data)] if as_json else sentences(data):
        tell(line)
    return 0 if data["ok"] else 1


def sentences(data):
    """Yield the lines a person reads, what is wrong first."""
    for word in data["ills"]:
        yield WRONG[word]
    if rules.DATABASE in data["ills"]:
        return
    mail, tick = data["mail"], data["tick"]
    since = f", the first since {mail['oldest']}" if mail["oldest"] else ""
    yield f"Mail: {mail['waiting']} waiting{since}; {mail['refused']} refused"
    yield f"Last tick: {tick['when'] or 'never'}, {tick['failed']} failed"
    yield f"Search: {data['search']['unread']} texts still to be read"
    if data["ok"]:
        yield "All is well."
