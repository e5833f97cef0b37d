"""What a part of the hub implements to have something done in time."""

from zope.interface import Attribute
from zope.interface import Interface


class IJob(Interface):
    """Named utility, registered by its factory: one kind of work that falls due with time."""

    title = Attribute("What is done, translatable.")
    order = Attribute("Jobs run from the smallest to the largest.")
    together = Attribute(
        "Optional, 1 if missing: how many keys may share a transaction, for jobs of many small"
        " steps that only change the database. When one of them fails they are done one by one."
    )

    own_transactions = Attribute(
        "Optional, true for a job that talks to other programs: `do` is called once, with no"
        " transaction open, and begins and commits its own (core.transactions)."
    )
    pause = Attribute(
        "Optional, 0 if missing: seconds from being wanted soon to being done, so that more comes"
        " together (see soon)."
    )

    def due(now):
        """Return the keys (texts) of all that is due at `now` (datetime, UTC) and not done yet.

        Reads only and wakes as little as possible: 10,000 cases must not fill the memory.
        """

    def do(key, now):
        """Do one of them; nothing when it is done already or no longer due.

        Runs in a transaction of its own (but see `together`) as the system, again after a
        conflict; whatever it raises is written to the log and leaves the others alone.
        """

    def tells(key, now):
        """Optional: return a line on what `do` would do with a key, for a dry run; no names."""

    def again(now):
        """Optional: return when there will be something to do (datetime), or None.

        Asked by the thread of a serving process after it did the job, see soon; reads only.
        """

    def settle(failed, now):
        """Optional: note that all that was due is done, but for the keys that failed.

        Runs after the last key in a transaction of its own, as `do` does; not where the run had to
        stop before it, nor where nothing was due.
        """
