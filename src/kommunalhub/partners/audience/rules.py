"""From what an editor chose to groups, and from groups to what the catalog keeps: pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from kommunalhub.partners.rules import FUNCTIONS
from kommunalhub.partners.rules import group_id


#: Fields of an object that say for whom it is.
PARTNERS, FUNCTION, GROUPS = FIELDS = (
    "audience_partners",
    "audience_functions",
    "audience_groups",
)
#: Who works in the hub or its administrations; what is released internally is for them.
STAFF = "Staff"
#: Who reads what is for some of them only, computed from the audience.
READER = "Reader"
#: Permissions that open a thing or let it be found.
VIEWING = ("View", "Access contents information", "List folder contents")
#: Functions whose people look after what their administration has written.
KEEPING = ("editors", "reviewers")
#: Roles that look after a thing wherever it stands.
KEEPING_ROLES = ("Owner", "HubManager", "Manager")
#: What the catalog keeps of an audience besides its groups.
NARROW = "narrow"
#: Roles of the catalog that stand for people nobody counts.
OPEN = frozenset({"Anonymous", "Authenticated"})
USER = "user:"


@dataclass(frozen=True)
class Audience:
    """For whom something is; nothing chosen: for everybody whom its state lets read.

    partners: ids, none for all; functions: of FUNCTIONS, none for all; groups: ids of groups that
    read it besides these.
    """

    partners: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()

    @property
    def is_narrow(self):
        return bool(self.partners or self.functions or self.groups)

    def chosen(self, all_partners):
        """Return the ids of the groups for whose members it is; none where it is not narrow.

        >>> malente = Audience(partners=frozenset({"malente"}), functions=frozenset({"editors"}))
        >>> sorted(malente.chosen(["lensahn", "malente"]))
        ['malente-editors']
        >>> everywhere = Audience(functions=frozenset({"editors"}))
        >>> sorted(everywhere.chosen(["lensahn", "malente"]))
        ['lensahn-editors', 'malente-editors']
        """
        partners = self.partners or (all_partners if self.functions else ())
        functions = self.functions or FUNCTIONS
        return self.groups | {group_id(one, each) for one in partners for each in functions}


def keepers(partner):
    """Return the groups that look after what an administration has written; none for the hub's.

    >>> sorted(keepers("malente")), keepers(None)
    (['malente-editors', 'malente-reviewers'], frozenset())
    """
    return frozenset(group_id(partner, each) for each in KEEPING) if partner else frozenset()


def readers(audience, partner, all_partners):
    """Return the groups whose members read something of `partner`; none where it is not narrow."""
    if not audience.is_narrow:
        return frozenset()
    return frozenset(audience.chosen(all_partners) | keepers(partner))


def viewing_roles(roles, is_narrow):
    """Return the roles that open a thing, from those of its state: what is for some is for READER.

    What the state opens for nobody but who made it and looks after it stays as it is; what it opens
    for the world is not open for the world while it is for some.

    >>> viewing_roles(("Owner", "Staff"), True), viewing_roles(("Owner", "Staff"), False)
    (('Owner', 'Reader'), ('Owner', 'Staff'))
    >>> viewing_roles(("Anonymous",), True)
    ('Owner', 'HubManager', 'Manager', 'Reader')
    """
    if not is_narrow:
        return tuple(roles)
    if not OPEN.isdisjoint(roles):
        return (*KEEPING_ROLES, READER)
    return tuple(dict.fromkeys(READER if role == STAFF else role for role in roles))


def index_tokens(roles, local_roles: Mapping):
    """Return what the catalog keeps of who finds a thing, as Plone's index does.

    roles: that open it; local_roles: {principal: roles held on it}.

    >>> sorted(index_tokens({"Owner", "Reader"}, {"malente-staff": ("Reader",), "x": ("Editor",)}))
    ['Reader', 'user:malente-staff']
    """
    for role in ("Anonymous", "Authenticated"):
        if role in roles:
            return frozenset({role})
    held = {f"{USER}{who}" for who, those in local_roles.items() if not roles.isdisjoint(those)}
    return frozenset((set(roles) | held) - {"Owner"})


def catalog_values(audience, all_partners):
    """Return what the index `audience` keeps: nothing where it is not narrow."""
    if not audience.is_narrow:
        return ()
    return (NARROW, *sorted(audience.chosen(all_partners)))
