"""When somebody stands in for somebody else, and what passes: pure, no Plone and no "now" here."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunalhub.partners.rules import groups_of
from kommunalhub.partners.rules import HUB_GROUPS
from kommunalhub.partners.tokens import HUB_FUNCTIONS
from kommunalhub.partners.tokens import passes
from kommunalhub.partners.tokens import typed


LONGEST = timedelta(days=366)


@dataclass(frozen=True)
class Substitution:
    """`substitute` stands in for `absent` from `start` (inclusive) to `end` (exclusive).

    start, end: aware datetimes at a full minute. case_types: () for all.
    """

    absent: str
    substitute: str
    start: datetime
    end: datetime
    case_types: tuple[str, ...] = ()
    reason: str = ""
    named_by: str = ""
    named_on: datetime | None = None
    id: int = 0

    def is_active(self, now):
        return self.start <= now < self.end

    def covers(self, case_type):
        return not self.case_types or case_type in self.case_types

    def overlaps(self, other):
        """Tell whether there is a minute in which both hold."""
        return max(self.start, other.start) < min(self.end, other.end)

    def shares_types(self, other):
        """Tell whether there is a kind of case that both are about."""
        if not self.case_types or not other.case_types:
            return True
        return not set(self.case_types).isdisjoint(other.case_types)


def at_minute(moment):
    """Return the moment without its seconds, in UTC: the database keeps no zones by name."""
    return moment.astimezone(UTC).replace(second=0, microsecond=0)


def is_fit(group, own):
    """Tell whether a person in the groups `own` may stand in for a member of `group`.

    Who works in the same administration may, and for the hub's functions who works for the hub:
    they see its internal matters anyway, so that a substitution opens no other door.
    """
    if group in HUB_FUNCTIONS:
        return not set(HUB_GROUPS).isdisjoint(own)
    partner = group.rpartition("-")[0]
    return not set(groups_of(partner).values()).isdisjoint(own)


def passing(absent_groups, own):
    """Return the groups of somebody absent whose rights pass to a person in `own`, sorted.

    What the person can do anyway passes not.
    """
    return tuple(
        group
        for group in sorted(set(absent_groups))
        if passes(group) and group not in own and is_fit(group, own)
    )


def lent(substitutions, now, own, groups_of_person, case_types):
    """Return {typed group: ids of those it comes from} that a substitute holds at `now`.

    own: the substitute's groups; groups_of_person: function from a user id to the groups held
    without any substitution, so nothing passes on; case_types: all there are.
    """
    found = {}
    for one in sorted(substitutions, key=lambda one: (one.start, one.id)):
        if not one.is_active(now) or one.absent == one.substitute:
            continue
        types = [name for name in case_types if one.covers(name)]
        for group in passing(groups_of_person(one.absent), own):
            for name in types:
                people = found.setdefault(typed(group, name), [])
                if one.absent not in people:
                    people.append(one.absent)
    return {group: tuple(people) for group, people in found.items()}


def problems(new, others, now):
    """Return {field: code} of what keeps a substitution from being named.

    others: those of the same absent person, and those in which the substitute is absent.
    Codes: "self", "away" (is absent then: nothing passes on), "order", "past", "long", "taken".
    """
    found = {}
    if new.absent == new.substitute:
        found["substitute"] = "self"
    elif any(one.absent == new.substitute and one.overlaps(new) for one in others):
        found["substitute"] = "away"
    if new.end <= new.start:
        found["end"] = "order"
    elif new.end <= now:
        found["end"] = "past"
    elif new.end - new.start > LONGEST:
        found["end"] = "long"
    elif any(
        one.absent == new.absent and one.overlaps(new) and one.shares_types(new) for one in others
    ):
        found["start"] = "taken"
    return found
