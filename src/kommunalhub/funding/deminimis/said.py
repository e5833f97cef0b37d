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


def too_much_to_tell(verdict):
    """Return why an aid is refused for who does not keep the ledger: without its sums."""
    return _(
        "deminimis_too_much_to_tell",
        default="With this aid the ceiling of ${ceiling} would be exceeded. An aid that exceeds it "
        "is inadmissible as a whole (${source}). The funding advice sees what is still free; "
        "please talk to them before you accept the notice.",
        mapping={"ceiling": formatting.money(verdict.ceiling), "source": verdict.source},
    )


def followed(day, after):
    """Return why nothing is granted to an undertaking on a day: who stands in its place."""
    return _(
        "deminimis_followed",
        default="On ${day} this undertaking is no more; the aid belongs to: ${names}.",
        mapping={"day": formatting.day(day), "names": ", ".join(one.name for one in after)},
    )


def of_succession(one, name, names):
    """Return what became of an undertaking; one: a Succession; names: {number: name} of who came.

    After a split with the equity capital by which aid is shared.
    """
    values = {"day": formatting.day(one.day), "name": name}
    if len(names) == 1:
        return _(
            "deminimis_merged",
            default="Since ${day} ${name} is a part of ${into}.",
            mapping=values | {"into": next(iter(names.values()))},
        )
    parts = ", ".join(
        f"{names[number]} ({formatting.money(equity)})" for number, equity in one.shares
    )
    return _(
        "deminimis_split",
        default="On ${day} ${name} was split into (equity capital): ${parts}.",
        mapping=values | {"parts": parts},
    )
