"""Who reads what a workshop hands out, and when: pure."""

from kommunalhub.workshops.rules import REGISTERED
from kommunalhub.workshops.rules import Registration


#: For all who see the workshop, or for those alone who have a seat; at once, or once it was held.
BEFORE, AFTER = "before", "after"
TAKING_PART, TOOK_PART = "participants", "participants-after"
WHEN = (BEFORE, AFTER, TAKING_PART, TOOK_PART)
FOR_PARTICIPANTS = (TAKING_PART, TOOK_PART)
AT_ONCE = (BEFORE, TAKING_PART)

#: How far a workshop has got: people can take part, or it is over. "" is neither.
COMING, HELD = "coming", "held"


def is_given(when, stage):
    """Return whether something is handed out by now.

    >>> [is_given(TAKING_PART, COMING), is_given(TOOK_PART, COMING), is_given(BEFORE, "")]
    [True, False, False]
    """
    return stage == HELD or (stage == COMING and when in AT_ONCE)


def is_reader(one: Registration | None, when, stage):
    """Return whether who has this registration reads what is kept to participants.

    A seat counts, not a place on the waiting list or an offer. After the workshop it is for those
    who were not noted as absent.
    """
    if one is None or one.state != REGISTERED or not is_given(when, stage):
        return False
    return stage == COMING or one.attended is not False
