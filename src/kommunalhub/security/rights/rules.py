"""What the lists say, and where something else was found. Plain data, no Zope.

The house's own lists stand here (site.toml, services.toml); each offer brings one, rights.toml in
its folder, with the same tables and `[[states.<workflow>]]`. `brought`: the paths of those.
"""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import tomllib


HERE = Path(__file__).parent
PACKAGE = HERE.parent.parent
#: Run the site; what they hold needs no line.
ADMINISTRATORS = frozenset({"Manager", "Site Administrator"})
#: Roles that stand for others: what Anonymous holds, all hold.
EVERYBODY = "Anonymous"
EVERY_STATE = "every"


@dataclass(frozen=True)
class Grant:
    """One permission and who is meant to hold it, with the reason."""

    roles: frozenset
    why: str


@dataclass(frozen=True, order=True)
class Deviation:
    """A role that holds more or less than is meant; `where` is the site, a state or an object."""

    where: str
    permission: str
    role: str
    more: bool

    def __str__(self):
        verb = "holds, and no line says why:" if self.more else "should hold, and does not:"
        return f"{self.where}: {self.role} {verb} {self.permission}"


def in_package():
    """Return the paths of the lists of all offers in this package."""
    return sorted(PACKAGE.glob("*/rights.toml"))


def site_grants(brought):
    """Return {permission: Grant} of the site itself."""
    return {
        permission: Grant(frozenset(line["roles"]), line["why"])
        for line in _lines("grant", brought)
        for permission in line["permissions"]
    }


def place_grants(brought):
    """Return [(pattern of a path within the site, permission, Grant)] of folders that give more."""
    return [
        (line["path"], permission, Grant(frozenset(line["roles"]), line["why"]))
        for line in _lines("place", brought)
        for permission in line["permissions"]
    ]


def meant_at(path, permission, places):
    """Return the roles that are meant to hold a permission at a path, by its own setting.

    >>> places = [("partner/*", "Add", Grant(frozenset({"Colleague"}), ""))]
    >>> meant_at("partner/malente", "Add", places), meant_at("partner", "Add", places)
    (frozenset({'Colleague'}), frozenset())
    """
    for pattern, name, grant in places:
        if name == permission and fnmatchcase(path, pattern):
            return grant.roles
    return frozenset()


def state_grants(brought):
    """Return {workflow: {(permission, role): (states, why)}}; states: ids, or EVERY_STATE."""
    return {
        workflow: {
            (permission, line["role"]): (line["states"], line["why"])
            for line in lines
            for permission in line["permissions"]
        }
        for path in brought
        for workflow, lines in _read(path).get("states", {}).items()
    }


def services(brought):
    """Return {(method, name, interface): {"open": [people], "why": sentence}} of REST services."""
    return {
        (method, name, interface): {"open": line["open"], "why": line["why"]}
        for line in _lines("service", brought)
        for method, name, interface in (_service(text) for text in line["services"])
    }


def meant_in_states(lines, states):
    """Return {(state, permission): {role}} of one workflow from its lines.

    >>> lines = {("View", "Owner"): ("every", ""), ("View", "Anonymous"): (["public"], "")}
    >>> meant = meant_in_states(lines, ["draft", "public"])
    >>> sorted(meant["public", "View"]), sorted(meant["draft", "View"])
    (['Anonymous', 'Owner'], ['Owner'])
    """
    meant = {}
    for (permission, role), (where, _why) in lines.items():
        for state in states if where == EVERY_STATE else where:
            meant.setdefault((state, permission), set()).add(role)
    return meant


def deviations(where, permission, held, meant):
    """Return how the roles that hold a permission differ from those meant to, sorted.

    >>> [str(one) for one in deviations("site", "View", {"Owner", "Manager"}, {"Owner"})]
    []
    >>> [str(one) for one in deviations("site", "Undo", {"Owner"}, set())]
    ['site: Owner holds, and no line says why: Undo']
    """
    held, meant = set(held) - ADMINISTRATORS, set(meant)
    return sorted(
        [Deviation(where, permission, role, True) for role in held - meant]
        + [Deviation(where, permission, role, False) for role in meant - held]
    )


def _service(text):
    method, name, interface = text.split()
    return method, "" if name == "-" else name, interface


def _lines(table, brought):
    """Yield the lines of a table of the house and of the offers."""
    for path in (HERE / "site.toml", HERE / "services.toml", *brought):
        yield from _read(path).get(table, ())


def _read(path):
    with path.open("rb") as source:
        return tomllib.load(source)
