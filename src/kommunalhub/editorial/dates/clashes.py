"""What else takes place then for the same people: a hint for who plans, never a stop."""

from kommunalhub.core.agenda import gathering


#: Hints that help; more would only say that the day is full.
MOST = 5


def clashes_of(found, now):
    """Return [(own, other)] Occurrences: what collides with the dates of an event that lie ahead.

    found: the Occurrences of the event. Only what who asks may see, of all administrations.
    """
    ahead = [one for one in found if one.end > now and not one.is_cancelled]
    if not ahead:
        return []
    own = {one.uid for one in found}
    span = min(one.start for one in ahead), max(one.end for one in ahead)
    others = [one for one in gathering.occurrences(*span) if one.uid not in own]
    return colliding(ahead, others)[:MOST]


def colliding(ahead, others):
    """Return the pairs that overlap and are for the same people, by time."""
    others = [one for one in others if not one.is_cancelled and not one.is_own]
    return [
        (one, other)
        for one in ahead
        for other in others
        if one.start < other.end and other.start < one.end and concerns_same(one, other)
    ]


def concerns_same(one, other):
    """Return whether two dates want the same people: of an administration, a topic, an audience.

    What lasts all day, such as a deadline, keeps nobody from coming.
    """
    if one.is_whole_day != other.is_whole_day:
        return False
    return (
        bool(one.partner and one.partner == other.partner)
        or bool(set(one.topics) & set(other.topics))
        or bool(set(one.audience) & set(other.audience))
    )
