"""What is wrong with the data that processes consist of: pure.

Each rule yields a Finding; `check` asks all rules about one process, `check_groups` looks at the
people, `check_consent` at one rule of consents.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from kommunalhub.approvals.case.milestones import reachable
from kommunalhub.approvals.rules import FUNCTIONS
from kommunalhub.approvals.rules import Process
from kommunalhub.partners import rules as partners
from types import MappingProxyType


#: Roles that somebody holds: by a group, by the partner of a case, or as its applicant.
HELD = frozenset(
    {"Owner", "Member", "Authenticated", "Anonymous", partners.CONSENTER}
    | {role for roles in partners.LOCAL_ROLES.values() for role in roles}
    | {role for roles in partners.GLOBAL_ROLES.values() for role in roles}
    | {role for roles in partners.HUB_GROUPS.values() for role in roles}
)


@dataclass(frozen=True)
class State:
    """One state of a workflow. viewers: roles with View, None where it is acquired."""

    title: str
    exits: tuple[str, ...] = ()
    viewers: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Transition:
    """One transition. roles: of the guard, empty for everybody. german: its title is translated."""

    title: str
    target: str
    roles: tuple[str, ...] = ()
    german: bool = True


@dataclass(frozen=True)
class Definition:
    """A workflow as the rules see it.

    days: {state: service time}, where the office set one. voting: the states in which those who are
    awaited vote instead of taking a step, or None.
    """

    initial: str
    states: Mapping[str, State]
    transitions: Mapping[str, Transition]
    days: Mapping[str, int | None] = field(default_factory=lambda: MappingProxyType({}))
    voting: tuple[str, ...] = ()

    def graph(self):
        """Return {state: states one step further}."""
        targets = {name: found.target or None for name, found in self.transitions.items()}
        return {
            name: {targets[step] or name for step in state.exits if step in targets}
            for name, state in self.states.items()
        }


@dataclass(frozen=True)
class Finding:
    """One thing found. rule: see sentences.py. stops: cases get stuck, else it is a hint."""

    rule: str
    subject: str
    stops: bool = True
    more: tuple[str, ...] = ()


def check(process, definition):
    """Return the findings about one process as a tuple, in the order of RULES."""
    return tuple(finding for rule in RULES for finding in rule(process, definition))


def unreachable_states(process, definition):
    """A state that no case can come into."""
    ahead = reachable(definition.initial, definition.graph()) | {definition.initial}
    for name in definition.states:
        if name not in ahead:
            yield Finding("unreachable", name)


def dead_ends(process, definition):
    """A state that awaits somebody, or lies on the way, and has no way out."""
    on_the_way = process.milestones[:-1]
    for name, state in definition.states.items():
        if not state.exits and (process.step(name).awaits or name in on_the_way):
            yield Finding("dead_end", name)


def traps(process, definition):
    """A state with ways out, none of which ever leads to an end.

    The last milestone is an end too where it waits for nobody: what is over may be taken up again.
    """
    graph = definition.graph()
    ends = {name for name, state in definition.states.items() if not state.exits}
    ends |= {name for name in process.milestones[-1:] if not process.step(name).awaits}
    for name, state in definition.states.items():
        if state.exits and not ends & reachable(name, graph):
            yield Finding("trap", name)


def unknown_names(process, definition):
    """A name in the process or the workflow that the other side does not know."""
    for name in process.acts:
        if name not in definition.transitions:
            yield Finding("act_unknown", name)
    for name in definition.transitions:
        if name not in process.acts:
            yield Finding("act_missing", name)
    for name in dict.fromkeys((*process.steps, *process.milestones)):
        if name not in definition.states:
            yield Finding("state_unknown", name)
    for name, found in definition.transitions.items():
        if found.target and found.target not in definition.states:
            yield Finding("target_unknown", name, more=(found.target,))
    for name, state in definition.states.items():
        for step in state.exits:
            if step not in definition.transitions:
                yield Finding("exit_unknown", name, more=(step,))


def unused_transitions(process, definition):
    """A transition that no state offers."""
    offered = {step for state in definition.states.values() for step in state.exits}
    for name in definition.transitions:
        if name not in offered:
            yield Finding("unused", name, stops=False)


def transitions_for_nobody(process, definition):
    """A transition whose guard asks for roles that no group holds."""
    for name, found in definition.transitions.items():
        if found.roles and not HELD.intersection(found.roles):
            yield Finding("nobody_may", name, more=tuple(found.roles))


def missing_service_times(process, definition):
    """A state that awaits somebody for as long as they like; a draft may lie."""
    for name in definition.states:
        step = process.step(name)
        days = definition.days.get(name, step.days)
        if step.awaits and not days and not step.open_ended and name != definition.initial:
            yield Finding("no_service_time", name, stops=False)


def awaited_in_vain(process, definition):
    """A state that awaits somebody who can do nothing there, or does not see the case."""
    for name, state in definition.states.items():
        taken = [definition.transitions[s] for s in state.exits if s in definition.transitions]
        for who in process.step(name).awaits:
            role = FUNCTIONS.get(who)
            if role is None:
                yield Finding("function_unknown", name, more=(who,))
                continue
            acts = any(not step.roles or role in step.roles for step in taken)
            if taken and not acts and name not in definition.voting:
                yield Finding("cannot_act", name, more=(who,))
            if state.viewers is not None and not _sees(role, state.viewers):
                yield Finding("cannot_see", name, more=(who,))


def _sees(role, viewers):
    """Return whether who holds a role sees the case, maybe by another role of the same group."""
    implied = {role, "Anonymous", "Authenticated"}
    for function, roles in partners.LOCAL_ROLES.items():
        if role in roles:
            implied |= {*roles, *partners.GLOBAL_ROLES[function]}
    for roles in partners.HUB_GROUPS.values():
        implied |= set(roles) if role in roles else set()
    return bool(implied.intersection(viewers))


def untranslated_titles(process, definition):
    """A transition whose button would be in English."""
    for name, found in definition.transitions.items():
        if not found.german:
            yield Finding("no_german", name, stops=False, more=(found.title,))


RULES = (
    unreachable_states,
    dead_ends,
    traps,
    unknown_names,
    unused_transitions,
    transitions_for_nobody,
    missing_service_times,
    awaited_in_vain,
    untranslated_titles,
)


def check_groups(
    processes: Mapping[str, Process],
    members: Mapping[str, int],
    partner_ids,
    mailed: Mapping[str, int] | None = None,
    asked: Mapping[str, tuple[str, ...]] | None = None,
):
    """Return the findings about groups with nobody in them, or nobody who gets mail.

    members: {group id: how many people}; mailed: how many of them have an address, None where that
    is not looked at. asked: {group id: numbers of the cases that ask it for consent now}. A group
    that cases wait for stops them (`more`: the types), any other is a hint.
    """
    waits, asked = awaited_groups(processes, partner_ids), asked or {}
    found = []
    for group, numbers in asked.items():
        if not members.get(group):
            found.append(Finding("asked_empty", group, more=tuple(sorted(numbers))))
    for group, count in members.items():
        if not count and group in waits:
            found.append(Finding("awaited_empty", group, more=tuple(sorted(waits[group]))))
    for group, count in members.items():
        if not count and group not in waits and group not in asked:
            found.append(Finding("group_empty", group, stops=False))
    for group, count in members.items():
        told = count if mailed is None else mailed.get(group, 0)
        if count and not told and (group in waits or group in asked):
            found.append(Finding("group_no_mail", group, stops=False))
    return tuple(found)


def awaited_groups(processes, partner_ids):
    """Return {group id: types with a state that awaits it}; applicants are no group."""
    waits = {}
    for portal_type, process in processes.items():
        for who in {who for step in process.steps.values() for who in step.awaits}:
            for group in _groups_of(who, partner_ids):
                waits.setdefault(group, set()).add(portal_type)
    return waits


def _groups_of(who, partner_ids):
    if who == "owner":
        return ()
    if who == "asked-reviewers":
        return ()  # whom a case asks depends on the case: the consent rules tell
    if who.startswith("partner-"):
        function = who.removeprefix("partner-")
        return tuple(partners.group_id(partner, function) for partner in partner_ids)
    return (who,)


def check_consent(name, needed, parties, named=(), known=()):
    """Return the findings about one consent rule.

    needed: votes it asks for; parties: how many can vote. named: partner ids that it names,
    known: those there are.
    """
    found = []
    if parties < 1:
        found.append(Finding("consent_nobody", name))
    elif needed > parties:
        found.append(Finding("consent_too_many", name, more=(str(needed), str(parties))))
    elif needed < 1:
        found.append(Finding("consent_none", name))
    found += [Finding("consent_partner", name, more=(who,)) for who in named if who not in known]
    return tuple(found)
