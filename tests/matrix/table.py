"""Who sees and who edits what: the table of docs/reference/roles.md as data, written by hand.

It is not read from the workflow definitions: it says what the partners were promised. The rows of a
type stand with the tests of its offer, or of the part of it: `matrix.py` there says a PROMISE.
"""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from importlib import import_module
from pathlib import Path

import kommunalhub


SOURCE = Path(kommunalhub.__file__).parent
TESTS = Path(__file__).parent.parent


#: Everybody who walks through the matrix, with the PAS groups they belong to.
PEOPLE = {
    "anonymous": None,
    "owner": (),  # made the object; groups as in OWNER_GROUPS of its type
    "colleague": ("malente-staff",),
    "editor": ("malente-staff", "malente-editors"),
    "reviewer": ("malente-staff", "malente-reviewers"),
    "other-colleague": ("lensahn-staff",),
    "other-editor": ("lensahn-staff", "lensahn-editors"),
    "other-reviewer": ("lensahn-staff", "lensahn-reviewers"),
    "operator": ("dataport-staff", "dataport-reviewers"),
    "consultant": ("hub-consultants",),
    "trainer": ("hub-trainers",),
    "support": ("hub-support",),
    "hub-manager": ("hub-managers",),
    "applicant": (),  # another external person
}

EVERYBODY = frozenset(PEOPLE)
WITHIN = EVERYBODY - {"anonymous", "applicant", "owner"}
HOUSE = frozenset({"colleague", "editor", "reviewer"})
HUB = frozenset({"hub-manager"})
WRITERS = frozenset({"owner", "editor", "hub-manager"})
AUTHORS = frozenset({"owner", "editor"})


@dataclass(frozen=True)
class Row:
    """Who may see (page, lists, REST, files) and who may change the object in one state."""

    sees: frozenset
    edits: frozenset = frozenset()
    #: Who reads a material does not read how it came about.
    readers: frozenset = frozenset()
    #: Who reads it and must not learn what its Promise calls secrets; all others do on its page.
    strangers: frozenset = frozenset()

    @property
    def follows(self):
        """Who may read the journal."""
        return self.sees - self.readers


@dataclass(frozen=True)
class Promise:
    """What is promised of one type; its module is matrix.py in the tests of its offer."""

    portal_type: str
    #: Where it is added.
    place: str
    #: {state: Row}
    rows: dict
    #: Who makes it: an applicant for a desk comes from outside.
    owner_groups: tuple = ("malente-staff",)
    #: Whether it has a journal of its own over REST, as a case has.
    is_case: bool = True
    #: Where below the object its file is: an attachment is made, "" is the object itself.
    file: str | None = "/anlage"
    #: Further channels: {name: (address below the object, headers, kind of right it needs)}
    channels: dict = field(default_factory=dict)
    #: Services that write: {name: (method, address below the object, body that is refused, right)}
    writes: dict = field(default_factory=dict)
    #: add(folder, type, title, description): make what nobody adds by hand.
    add: Callable | None = None
    #: fill(obj): give it what its type asks for.
    fill: Callable = lambda obj: setattr(obj, "partner", "malente")
    #: secrets(obj): words that tell what is behind it.
    secrets: Callable = lambda obj: frozenset()
    #: entered(obj, state): what else comes with a state.
    entered: Callable = lambda obj, state: None


APPLICANT_AND_HOUSE = HOUSE | HUB | {"owner"}
READERS = EVERYBODY - APPLICANT_AND_HOUSE


def promises():
    """Return {type: Promise} of the offers in the package."""
    found = {}
    for path in sorted(TESTS.rglob("matrix.py")):
        place = path.parent.relative_to(TESTS)
        if (SOURCE / place).is_dir():
            promise = import_module(".".join((*place.parts, "matrix"))).PROMISE
            found[promise.portal_type] = promise
    return found
