"""Which access has which cause, and what a step still lacks: pure, no Plone."""

from dataclasses import dataclass
from datetime import datetime
from kommunalhub.approvals.rules import Actor
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import evaluate
from kommunalhub.approvals.rules import functions_of
from kommunalhub.approvals.rules import tokens_of


# Kinds of causes, in the order in which they are told.
KINDS = (
    "applicant",
    "partner",
    "consent",
    "hub",
    "substitution",
    "single",
    "system",
    "staff",
    "accounts",
    "public",
)
#: Causes that no single person is listed for: all who work here, all with an account, all.
BROAD = {"Staff": "staff", "Authenticated": "accounts", "Member": "accounts", "Anonymous": "public"}
SYSTEM_ROLES = ("Manager", "Site Administrator")


@dataclass(frozen=True)
class Cause:
    """Why a person has access. token: the group it comes from; absent: whom they stand in for.

    until: when it ends by itself, aware, or None.
    """

    kind: str
    token: str = ""
    absent: tuple[str, ...] = ()
    until: datetime | None = None


def group_causes(view_roles, computed, hub_groups):
    """Return {group id: Cause} of the groups that see a case.

    view_roles: roles that hold View. computed: {group id: roles on the case}. hub_groups:
    {group id: roles everywhere}; that all staff may see something is no cause of a single group.
    """
    seeing, causes = set(view_roles), {}
    for group, roles in hub_groups.items():
        if seeing.intersection(roles) - set(BROAD):
            causes[group] = Cause("hub", group)
    for group, roles in computed.items():
        held = seeing.intersection(roles)
        if held:
            causes[group] = Cause("consent" if held == {"Consenter"} else "partner", group)
    return causes


def broad_causes(view_roles):
    """Return the causes that hold for many at once."""
    kinds = {kind for role, kind in BROAD.items() if role in view_roles}
    return tuple(Cause(kind) for kind in KINDS if kind in kinds)


def in_order(causes):
    """Return causes without doubles, in the order of KINDS; None is left out."""
    found = dict.fromkeys(cause for cause in causes if cause is not None)
    return tuple(sorted(found, key=lambda cause: (KINDS.index(cause.kind), cause.token)))


def lacking(process, transition, facts, roles):
    """Return what a step lacks whoever takes it (Denied), or None.

    Asked for somebody who holds all that the step asks for and is not involved yet.
    """
    groups = {token for name in functions_of(roles or ()) for token in tokens_of(name, facts)}
    ideal = Actor("", frozenset(groups), frozenset(roles or ()))
    answer = evaluate(process, transition, facts, ideal, roles)
    return answer if isinstance(answer, Denied) and answer.cause == "condition" else None
