"""Who sees and who edits what: the table of docs/reference/roles.md as data, written by hand.

It is not read from the workflow definitions: it says what the partners were promised.
"""

from dataclasses import dataclass


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

    @property
    def follows(self):
        """Who may read the journal."""
        return self.sees - self.readers


_applicant_and_house = HOUSE | HUB | {"owner"}
_with_consultant = _applicant_and_house | {"consultant"}
_advised = Row(_with_consultant, HUB | {"consultant"})
_readers = EVERYBODY - _applicant_and_house
_with_operator = _applicant_and_house | {"operator"}

FUNDING_CONSULTATION = {
    "draft": Row(WRITERS, WRITERS),
    "submitted": Row(_applicant_and_house, HUB),
    "returned": Row(_applicant_and_house, WRITERS),
    "rejected": Row(_applicant_and_house),
    "withdrawn": Row(_applicant_and_house),
    "released": Row(_with_consultant, HUB),
    "in_consultation": _advised,
    "recommended": _advised,
    "applied": _advised,
    "granted": _advised,
    "denied": Row(_with_consultant, HUB),
    "closed": Row(_with_consultant),
}
WORKSHOP_MATERIAL = {
    "draft": Row(WRITERS, AUTHORS),
    "pending": Row(_applicant_and_house),
    "returned": Row(WRITERS | {"reviewer"}, AUTHORS),
    "internal": Row(WITHIN | {"owner"}, readers=_readers),
    "public": Row(EVERYBODY, readers=_readers),
    "due_for_review": Row(WITHIN | {"owner"}, readers=_readers),
    "archived": Row(WRITERS | {"reviewer"}),
}
COWORKING_APPLICATION = {
    "draft": Row(HUB | {"owner"}, frozenset({"owner"})),
    "submitted": Row(_applicant_and_house),
    "returned": Row(_applicant_and_house, frozenset({"owner"})),
    "rejected": Row(_applicant_and_house),
    "withdrawn": Row(_applicant_and_house),
    "waitlisted": Row(_applicant_and_house),
    "consent": Row(_with_operator),
    "approved": Row(_with_operator),
    "active": Row(_with_operator),
    "ended": Row(_with_operator),
}
_trainers = HUB | {"owner", "trainer"}
_taught = Row(WITHIN | {"owner"}, _trainers, readers=WITHIN - HOUSE - _trainers)
WORKSHOP = {
    "draft": Row(_trainers, _trainers),
    "pending": Row(HOUSE | _trainers),
    "published": _taught,
    "closed": _taught,
    "held": _taught,
    "cancelled": Row(_taught.sees, readers=_taught.readers),
}
PAGE = {
    "draft": Row(WRITERS, WRITERS),
    "pending": Row(WRITERS | {"reviewer"}, HUB | {"reviewer"}),
    "internal": Row(WITHIN | {"owner"}, HUB | {"editor"}),
    "public": Row(EVERYBODY, HUB | {"editor"}),
}

TABLE = {
    "FundingConsultation": FUNDING_CONSULTATION,
    "WorkshopMaterial": WORKSHOP_MATERIAL,
    "CoworkingApplication": COWORKING_APPLICATION,
    "Workshop": WORKSHOP,
    "Document": PAGE,
}
#: Who makes objects of a type: an applicant for a desk comes from outside.
OWNER_GROUPS = {
    "FundingConsultation": ("malente-staff",),
    "WorkshopMaterial": ("malente-staff",),
    "CoworkingApplication": (),
    "Workshop": ("hub-trainers",),
    "Document": ("malente-staff",),
}
