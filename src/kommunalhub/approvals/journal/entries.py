"""What stands in a journal: kinds of entries and what each does, named once for all. Pure.

Who writes an entry, who shows it and who tells people of it take the names from here; the journal
refuses any other, so that no two of them can drift apart.
"""

from types import MappingProxyType


CREATED, TRANSITION, EDITED, FILE = "created", "transition", "edited", "file"
QUESTION, ANSWER, NOTE, MESSAGE = "question", "answer", "note", "message"
ROUND, VOTE, REMINDER, REDACTED = "round", "vote", "reminder", "redacted"
ASSIGNED, REVISION = "assigned", "revision"
REVIEW = "review"
OWNER, AGREEMENT = "owner", "agreement"
RECORD, PLAN = "record", "plan"
TRASH = "trash"
PREVIEW = "preview"
MOVED = "moved"

# Of questions to the applicant; the last two are followed by „:“ and a number.
ASKED, WITHDRAWN, ANSWERS = "asked", "withdrawn", "answers"
# Of a round of consents: it begins, who is gone is asked no more, and what it comes to.
OPENED, LEFT_OUT = "opened", "left_out"
COMPLETE, VETOED, REFUSED, CANCELLED = OUTCOMES = ("complete", "vetoed", "refused", "cancelled")

# Of reminders: before the due date, on the day after it, and when the management is told.
BEFORE, AFTER, ESCALATED = "before", "after", "escalated"

# Of who works on a case.
TAKEN, HANDED, GIVEN_BACK = "taken", "handed", "given_back"

# Of a revision, noted on what is revised: it begins and is thrown away; else names of transitions.
STARTED, DISCARDED = "started", "discarded"

# Of when a page is read: from when, until when; `fields` has the moment, none where it was dropped.
APPEARS, ENDS = "appears", "ends"

# Of whose case it is: what somebody asked for without an account belongs to their account now.
TAKEN_OVER = "taken_over"
# Of an agreement that follows from a decision.
ACCEPTED = "accepted"

# Of what an offer keeps with a case and decides apart from its steps; the comment says of what.
NOTICE, REPLACED, OBJECTED, WITHDREW = "notice", "replaced", "objected", "withdrew"
OVERRIDE_ASKED, OVERRIDE_CONFIRMED, OVERRIDE_REFUSED = OVERRIDES = (
    "override_asked",
    "override_confirmed",
    "override_refused",
)
TOO_EARLY, STRUCK = "too_early", "struck"
# Somebody was taken out of it for data protection.
NAMES_OUT = "names_out"

# Of the upkeep of a page: it is right as it is, or what readers said is dealt with.
REVIEWED, REPORT_DONE = "reviewed", "report_done"

# Of cases that are worked on together: one goes on within another, and goes by itself again; or a
# part of one goes on as a case of its own. `fields` has the number of the other case.
MERGED, TOOK_IN, PARTED, SPLIT = TOGETHER = ("merged", "took_in", "parted", "split")

# Of what is handed on to others who see nothing else of the case, and of the consent of the person
# whose data goes along: asked for, given, refused, taken back. Notes that came from there.
CONSENT_ASKED, CONSENT_GIVEN, CONSENT_REFUSED, CONSENT_BACK, HANDED_ON, CALLED_BACK = PASSED_ON = (
    "consent_asked",
    "consent_given",
    "consent_refused",
    "consent_back",
    "handed_on",
    "called_back",
)
CAME_BACK, CAME_SOLVED = "came_back", "came_solved"

# Of who takes part in what several administrations carry out, and of who leads it: agreed on by
# all. `fields` has the ids of the partners that it concerns.
PARTNERS_CHANGED, LEAD_CHANGED = OF_PARTNERS = ("partners_changed", "lead_changed")

# Of a page that was deleted and came back; the comment says when, and who deleted it.
BROUGHT_BACK = "brought_back"

# Of links by which somebody without an account reads a draft; the comment says whom and until when.
SHARED, TAKEN_BACK = "shared", "taken_back"

# Of a page that was taken over from elsewhere: it came, or came anew; the comment says from where.
BROUGHT_IN, RENEWED = "brought_in", "renewed"

#: {kind: its actions}; None stands for an entry without one, ANY for the names of transitions.
ANY = None
ACTIONS = MappingProxyType(
    {
        CREATED: frozenset({""}),
        TRANSITION: ANY,
        EDITED: frozenset({""}),
        FILE: frozenset({"added", "removed", "changed"}),
        QUESTION: frozenset({ASKED, WITHDRAWN}),
        ANSWER: frozenset({ANSWERS}),
        MESSAGE: frozenset({""}),
        NOTE: frozenset({"", CAME_BACK, CAME_SOLVED}),  # internal: never for the applicant
        ROUND: frozenset({OPENED, LEFT_OUT, *OUTCOMES}),
        VOTE: frozenset({"approve", "reject", "abstain"}),
        REMINDER: frozenset({BEFORE, AFTER, ESCALATED}),
        REDACTED: frozenset({""}),
        ASSIGNED: frozenset({TAKEN, HANDED, GIVEN_BACK}),  # never for the applicant
        OWNER: frozenset({TAKEN_OVER}),
        AGREEMENT: frozenset({ACCEPTED}),
        PLAN: frozenset({APPEARS, ENDS}),
        RECORD: frozenset(
            {
                *(NOTICE, REPLACED, OBJECTED, WITHDREW, *OVERRIDES, TOO_EARLY, STRUCK, NAMES_OUT),
                *TOGETHER,
                *PASSED_ON,
                *OF_PARTNERS,
            },
        ),
        TRASH: frozenset({BROUGHT_BACK}),
        PREVIEW: frozenset({SHARED, TAKEN_BACK}),
        MOVED: frozenset({BROUGHT_IN, RENEWED}),
        REVIEW: frozenset({REVIEWED, REPORT_DONE}),
        REVISION: ANY,  # never for who only reads what was released
    }
)
KINDS = frozenset(ACTIONS)

#: Entries that only those read who decide: notes, how each administration voted, who is at it,
#: what was said of a revision that others cannot see yet.
INTERNAL = frozenset({NOTE, VOTE, ASSIGNED, REVISION})

#: So many characters may a comment, a question, an answer or a note have.
MAX_COMMENT = 5000

#: Entries whose `fields` are names of fields.
OF_FIELDS = frozenset({EDITED, TRANSITION})


def verb_of(action):
    """Return what an action says before its number, "" for none.

    >>> verb_of("answers:7"), verb_of(None)
    ('answers', '')
    """
    return (action or "").partition(":")[0]


def is_known(kind, action):
    """Return whether there is such an entry."""
    known = ACTIONS.get(kind, frozenset())
    return known is ANY or verb_of(action) in known


def is_taken_over(entry):
    """Return whether an entry tells that an approved revision has taken its original's place.

    A workflow has no way from a state to itself, and no transition of its own names fields.
    """
    return entry["kind"] == TRANSITION and (entry["from"] == entry["to"] or bool(entry["fields"]))
