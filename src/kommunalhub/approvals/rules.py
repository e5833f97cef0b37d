"""Who may take which step of an approval: pure, no Plone and no "now" in here.

A process is data: whom each state awaits, what each transition asks for. Its rules answer Ok or
Denied, and Denied says why and who can do it instead. Guard, button, REST answer, bulk decision
and tests all ask `evaluate`.
"""

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from kommunalhub import _
from types import MappingProxyType
from typing import Any


# What a state awaits -> the role these people hold on the case.
FUNCTIONS = MappingProxyType(
    {
        "owner": "Owner",
        "partner-editors": "Editor",
        "partner-reviewers": "Reviewer",
        "asked-reviewers": "Consenter",
        "hub-consultants": "Consultant",
        "hub-trainers": "Trainer",
        "hub-support": "SupportAgent",
        "hub-managers": "HubManager",
    }
)
FUNCTION_OF_ROLE = MappingProxyType({role: name for name, role in FUNCTIONS.items()})


@dataclass(frozen=True)
class Ok:
    """The answer yes."""

    def __bool__(self):
        return True


@dataclass(frozen=True)
class Denied:
    """The answer no: a translatable sentence and who can do it instead.

    fixable_by: functions (see FUNCTIONS) in a condition's answer; `evaluate` makes tokens of them,
    group ids or `user:<id>`. cause: "role", "four_eyes" or "condition".
    """

    reason: str
    fixable_by: tuple[str, ...] = ()
    cause: str = "condition"

    def __bool__(self):
        return False


OK = Ok()


@dataclass(frozen=True)
class CaseFacts:
    """What the rules know of a case, whether read from the object or from the catalog."""

    portal_type: str
    state: str
    partner: str | None
    creator: str
    last_editor: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def owners(self):
        """User ids of who made it, and of whom it was made for: they stand on the same side."""
        return (self.creator, *self.extra.get("beside", ()))

    @property
    def asked(self):
        """Ids of the partners asked for their consent."""
        return tuple(self.extra.get("asked", ()))

    @property
    def missing(self):
        """Ids of those of them who have not voted yet."""
        return tuple(self.extra.get("missing", self.asked))


@dataclass(frozen=True)
class Actor:
    """Who wants to act; `roles` are those held on the case.

    Only for who stands in for others: `acting` is {typed group: whom it comes from}, `lent` is
    {role: whom it comes from} of the roles on the case that they hold in no other way.
    unattended: nobody's hand, but the hub itself, when it is built or does what falls due.
    """

    userid: str
    groups: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    acting: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lent: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unattended: bool = False


Condition = Callable[[CaseFacts, Actor], Ok | Denied]


@dataclass(frozen=True)
class Step:
    """One state: whom it awaits (functions) and within how many working days.

    open_ended: without a service time on purpose, what is awaited has a date of its own.
    """

    awaits: tuple[str, ...] = ()
    days: int | None = None
    open_ended: bool = False


@dataclass(frozen=True)
class Act:
    """One transition: what it asks for. style: "" or "go" (onwards) or "stop" (ends the case).

    timed: it is no choice of its own, but how another one is taken when it is given a time.
    """

    four_eyes: bool = False
    needs_reason: bool = False
    style: str = ""
    condition: Condition | None = None
    timed: bool = False


@dataclass(frozen=True)
class Process:
    """How cases of one type are decided.

    prefix: letter of the case numbers, empty where there are none. milestones: states of the happy
    path, in order. path: returns the milestones of one case where these depend on it, else
    `milestones` hold.
    released: states in which it is there for others to read; empty for what is never read but dealt
    with. is_page: it is decided on where it is read, has no documents of its own, and may belong to
    no administration. passes: a substitute decides on it too. told_elsewhere: what is decided is
    told to the applicant by who has asked for it, with what follows from it. talks: both sides
    write messages to each other as they like, waiting for the applicant is a state, and who works
    on it keeps it through all states. mended_at: (name of a view, what a button to it says), where
    who may change it sees what its conditions ask for.
    """

    portal_type: str
    prefix: str
    milestones: tuple[str, ...]
    steps: Mapping[str, Step]
    acts: Mapping[str, Act]
    path: Callable[[CaseFacts], tuple[str, ...]] | None = None
    released: tuple[str, ...] = ()
    is_page: bool = False
    passes: bool = True
    told_elsewhere: bool = False
    talks: bool = False
    mended_at: tuple[str, str] | None = None

    def step(self, state):
        return self.steps.get(state, Step())

    def act(self, transition):
        return self.acts.get(transition, Act())

    @property
    def is_timed(self):
        """Whether its steps can be taken for later."""
        return any(act.timed for act in self.acts.values())

    def milestones_of(self, facts):
        return self.path(facts) if self.path is not None else self.milestones

    def asks_four_eyes(self, transition, facts):
        """Return whether somebody else must take a transition than who wrote what it is about.

        Pages of no administration are the hub's own: its management answers for them alone.
        """
        return self.act(transition).four_eyes and bool(facts.partner or not self.is_page)


def tokens_of(function, facts):
    """Return who a function is on this case: group ids, or `user:<id>` for the applicant.

    >>> facts = CaseFacts("Leave", "submitted", "malente", "anna")
    >>> tokens_of("partner-reviewers", facts), tokens_of("owner", facts)
    (('malente-reviewers',), ('user:anna',))

    What belongs to no administration is up to the management of the hub.
    """
    if function == "owner":
        return tuple(f"user:{person}" for person in facts.owners)
    if function == "asked-reviewers":
        return tuple(f"{partner}-reviewers" for partner in facts.missing)
    if function.startswith("partner-"):
        function = function.removeprefix("partner-")
        return (f"{facts.partner}-{function}" if facts.partner else "hub-managers",)
    return (function,)


def _resolve(denied, facts):
    tokens = [
        token
        for who in denied.fixable_by
        for token in (tokens_of(who, facts) if who in FUNCTIONS else (who,))
    ]
    if denied.cause == "four_eyes":
        # The applicant is just who is kept from deciding.
        tokens = [token for token in tokens if not token.startswith("user:")]
    return replace(denied, fixable_by=tuple(dict.fromkeys(tokens)))


def functions_of(roles):
    """Return the functions that hold one of these roles, in the order of FUNCTIONS."""
    return tuple(name for name, role in FUNCTIONS.items() if role in roles)


def four_eyes(facts, actor, others=()):
    """Return Denied to who created the case or changed it last, else Ok.

    others: functions of those who can decide instead.
    """
    if actor.userid == facts.creator:
        reason = _(
            "denied_four_eyes_creator",
            default="You have made this case yourself, so someone else decides on it.",
        )
        return Denied(reason, tuple(others), "four_eyes")
    if actor.userid == facts.last_editor:
        reason = _(
            "denied_four_eyes_editor",
            default="You were the last to change this case, so someone else decides on it.",
        )
        return Denied(reason, tuple(others), "four_eyes")
    return OK


def lenders(actor, roles):
    """Return the ids of those whose roles a person acts with; () for who acts with their own."""
    held = actor.roles.intersection(roles or ())
    if not held.issubset(actor.lent):
        return ()
    return tuple(dict.fromkeys(person for role in sorted(held) for person in actor.lent[role]))


def eyes_of_absent(facts, actor, roles, others=()):
    """Return Denied to who acts for nobody but people who must not decide themselves, else Ok."""
    people = lenders(actor, roles)
    if people and {facts.creator, facts.last_editor}.issuperset(people):
        reason = _(
            "denied_four_eyes_absent",
            default="You act for someone who has made this case or was the last to change it, "
            "so someone else decides on it.",
        )
        return Denied(reason, tuple(others), "four_eyes")
    return OK


def on_behalf_of(process, transition, facts, actor, roles):
    """Return the id of whom a person takes a transition for, None when for themselves."""
    people = lenders(actor, roles)
    if process.asks_four_eyes(transition, facts):
        people = [one for one in people if one not in (facts.creator, facts.last_editor)]
    return people[0] if people else None


def evaluate(process, transition, facts, actor, roles=None):
    """Return Ok or Denied: may this person take this transition on this case?

    roles: those the workflow's guard asks for (one of them is enough); None where the caller
    has seen to them, then `actor.roles` is not read. Whether the state has this transition at all
    is the workflow's matter.
    """
    act = process.act(transition)
    deciders = functions_of(roles or ())
    if roles and not actor.roles.intersection(roles):
        reason = _("denied_role", default="This step is not yours to take.")
        return _resolve(Denied(reason, deciders, "role"), facts)
    if process.asks_four_eyes(transition, facts) and not actor.unattended:
        answer = four_eyes(facts, actor, deciders)
        answer = answer and eyes_of_absent(facts, actor, roles, deciders)
        if not answer:
            return _resolve(answer, facts)
    if act.condition is not None:
        answer = act.condition(facts, actor)
        if not answer:
            return _resolve(answer, facts)
    return OK
