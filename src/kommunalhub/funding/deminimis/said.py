"""Sentences about De-minimis aid, for pages, REST and the certificate."""

from kommunalhub import _
from kommunalhub.core import formatting


def too_much(verdict):
    """Return why an aid is refused, from a rules.Verdict; it is never cut to what is free."""
    if verdict.breaks is not None:
        return _(
            "deminimis_breaks",
            default="With this aid the one of ${day} would be above the ceiling of ${ceiling}. "
            "An aid that exceeds it is inadmissible as a whole.",
            mapping={
                "day": formatting.day(verdict.breaks.day),
                "ceiling": formatting.money(verdict.ceiling),
            },
        )
    return _(
        "deminimis_too_much",
        default="Since ${since} ${used} of ${ceiling} were granted, ${free} are free. An aid that "
        "exceeds it is inadmissible as a whole (${source}).",
        mapping={
            "since": formatting.day(verdict.since),
            "used": formatting.money(verdict.used),
            "ceiling": formatting.money(verdict.ceiling),
            "free": formatting.money(verdict.free),
            "source": verdict.source,
        },
    )
