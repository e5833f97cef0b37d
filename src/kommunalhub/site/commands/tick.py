"""`kommunalhub tick`: do what is due, once; with --dry-run tell what that would be."""

from kommunalhub.core import formatting
from kommunalhub.core.jobs.runner import outlook
from kommunalhub.core.jobs.runner import run as run_jobs
from kommunalhub.site.server import process
from kommunalhub.site.server import sites
from time import monotonic
from time import sleep
from zope.i18n import translate


HANDED_OVER = ("site_id", "dry_run")
#: Seconds to wait for another process that is at it.
PATIENCE = 90
#: Seconds between two lines of progress.
PROGRESS = 2


def work(options, tell):
    """Run the jobs of a site; 1 when something failed."""
    with sites.opened(options["site_id"]) as portal:
        if options.get("dry_run"):
            tell_outlook(portal, tell)
            return 0
        end = monotonic() + PATIENCE
        while True:
            report = run_jobs(portal, tell=_Progress(tell))
            if not report.busy or monotonic() > end:
                break
            sleep(1)
    for result in report.results:
        tell(line_of(result))
    if report.busy:
        tell("Another process is at it; what is left is done by that one.")
    if report.failed:
        tell(f"{report.failed} failed; the log has the traceback. The next run tries again.")
    return 1 if report.failed else 0


run = process.alone(work)


def tell_outlook(portal, tell):
    """Tell what a run would do now; nothing is written."""
    for title, count, lines in outlook(portal, formatting.now()):
        tell(f"{translate(title, target_language='en')}: {count} due")
        for line in lines:
            tell(f"  {line}")


def line_of(result):
    """Return one line about a job."""
    failed = f", {result.failed} failed" if result.failed else ""
    return f"{title_of(result)}: {result.done} done{failed}"


def title_of(result):
    return translate(result.title, target_language="en")


class _Progress:
    """Tells how far a long job is, every few seconds."""

    def __init__(self, tell):
        self.tell = tell
        self.last = monotonic()

    def __call__(self, result):
        if monotonic() - self.last >= PROGRESS:
            self.last = monotonic()
            self.tell(f"{title_of(result)}: {result.done + result.failed} of {result.due}")
