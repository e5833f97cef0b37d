"""What counts as ill: something that somebody has to look at now, by day or night."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from kommunalhub.core.jobs.rules import is_late


DATABASE, SEARCH, MAIL, TICK, FAILED = ILLS = ("database", "search", "mail", "tick", "failed")
#: Longer than a mail takes that a server puts off once or twice, shorter than a working day.
PATIENCE = timedelta(hours=2)


@dataclass(frozen=True)
class Reading:
    """What was found at a moment.

    database, search: whether they answer; unread: texts that the search has still to read;
    waiting, refused: mails; oldest: since when the one waits that waits longest; run: when what
    falls due was last done; failed: how much of it was not.
    """

    now: datetime
    database: bool = False
    search: bool = False
    unread: int = 0
    waiting: int = 0
    refused: int = 0
    oldest: datetime | None = None
    run: datetime | None = None
    failed: int = 0


def ills(reading):
    """Return what is wrong, as words of ILLS; empty when all is well.

    A refused mail is none: one wrong address among many is no matter for the night. Without a
    database nothing else is known.
    """
    if not reading.database:
        return (DATABASE,)
    wrong = {
        SEARCH: not reading.search,
        MAIL: reading.oldest is not None and reading.now - reading.oldest > PATIENCE,
        TICK: is_late(reading.run and reading.now - reading.run),
        FAILED: reading.failed > 0,
    }
    return tuple(word for word in ILLS if wrong.get(word))


def as_data(reading):
    """Return plain values for programs; times in UTC, ISO 8601."""
    wrong = ills(reading)
    return {
        "ok": not wrong,
        "ills": list(wrong),
        "database": {"answers": reading.database},
        "search": {"answers": reading.search, "unread": reading.unread},
        "mail": {
            "waiting": reading.waiting,
            "refused": reading.refused,
            "oldest": _moment(reading.oldest),
        },
        "tick": {"when": _moment(reading.run), "failed": reading.failed},
    }


def _moment(when):
    return None if when is None else when.isoformat(timespec="seconds")
