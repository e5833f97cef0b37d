"""Part of `kommunalhub search`: read files again, all or those that could not be read."""

from collections import Counter
from kommunalhub.core.acting import as_system
from kommunalhub.core.transactions import attempt
from kommunalhub.search.reading import operations
from time import monotonic


#: Seconds between two lines of progress.
PROGRESS = 2
#: Files that are put into the queue at once.
BATCH = 50


def reread(portal, only_failed, tell):
    """Read again and return how often each outcome came; the next tick goes on after a stop."""
    with as_system(portal):
        uids = list(operations.things_to_reread(only_failed))
        for start in range(0, len(uids), BATCH):
            attempt(lambda at=start: [operations.reread(u) for u in uids[at : at + BATCH]])
        outcomes, last = Counter(), monotonic()
        for number, uid in enumerate(uids, 1):
            reading = operations.read_now(portal, uid)
            outcomes[reading.outcome if reading is not None else "left to another process"] += 1
            if monotonic() - last >= PROGRESS:
                last = monotonic()
                tell(f"{number} of {len(uids)} files")
            if number % BATCH == 0:
                portal._p_jar.cacheMinimize()
    counts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
    tell(f"{len(uids)} files read again{': ' if counts else ''}{counts}")
    return outcomes
