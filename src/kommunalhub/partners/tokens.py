"""Typed groups: `malente-reviewers~FundingConsultation` is held by who stands in for a reviewer.

Nobody is put into them and no list shows them. Pure.
"""

MARK = "~"
# What an absent person's place consists of: the functions that a case can wait for. Not staff, who
# decide nothing, nor the hub's management, whose powers reach beyond single cases.
PARTNER_FUNCTIONS = ("editors", "reviewers")
# The roles that a hub group, which holds them everywhere, passes on: on the cases alone.
HUB_FUNCTIONS = {"hub-consultants": ("Consultant",), "hub-trainers": ("Trainer",)}


def passes(group):
    """Tell whether a group is one whose rights pass to a substitute.

    >>> [passes(group) for group in ("malente-reviewers", "malente-staff", "hub-managers")]
    [True, False, False]
    """
    partner, _dash, function = group.rpartition("-")
    return group in HUB_FUNCTIONS or (function in PARTNER_FUNCTIONS and partner not in ("", "hub"))


def typed(group, case_type):
    """Return the id of a group's twin for cases of one type."""
    return f"{group}{MARK}{case_type}"


def is_typed(group):
    return MARK in group


def real(groups):
    """Return the groups without the typed ones, as a tuple in their order."""
    return tuple(group for group in groups if MARK not in group)


def with_twins(tokens, case_type):
    """Return what a case awaits, each group that passes followed by its twin.

    >>> with_twins(["malente-reviewers", "user:anna"], "Leave")
    ['malente-reviewers', 'malente-reviewers~Leave', 'user:anna']
    """
    found = []
    for token in tokens:
        found.append(token)
        if not token.startswith("user:") and passes(token):
            found.append(typed(token, case_type))
    return found
