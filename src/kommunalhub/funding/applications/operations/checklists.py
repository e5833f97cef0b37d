"""The documents that an application needs, as its programme lists them."""

from kommunalhub import _
from kommunalhub.core.kept import kept
from kommunalhub.funding.applications import people
from kommunalhub.funding.applications.operations.writing import changed
from kommunalhub.funding.applications.operations.writing import touch
from kommunalhub.funding.applications.storage import application_of
from kommunalhub.funding.applications.typed import Reading


MOST = 60
STATES = ("missing", "asked", "there", "not_needed")


def rows_for(programme):
    """Return the checklist of a new application: what its programme asks for, all missing."""
    listed = kept(programme, "checklist") if programme is not None else None
    return tuple(
        {
            "id": str(row["id"]),
            "title": str(row["title"]),
            "required": bool(row.get("required")),
            "state": "missing",
            "responsible": "",
            "due": None,
            "note": "",
        }
        for row in listed or ()
        if isinstance(row, dict) and row.get("id") and row.get("title")
    )


def change_document(case, number, row_id, values):
    """Say how it stands with a document. Raises KeyError.

    values: state, responsible (user id), due, note.
    """
    application = application_of(case, number)
    rows = {row["id"]: row for row in application.checklist}
    row = rows[row_id]
    read = Reading(values)
    changes = {
        "state": read.choice("state", STATES),
        "responsible": read.text("responsible", 100),
        "due": read.day("due"),
        "note": read.text("note", 500),
    }
    if changes["responsible"] and changes["responsible"] not in people.owners(case):
        read.wrong("responsible", _("error_choice", default="Please choose one of the list."))
    read.done()
    touch(case, application)
    rows[row_id] = row | changes
    application.checklist = tuple(rows.values())
    changed(case, application)
    return rows[row_id]


def add_document(case, number, values):
    """Add a document of one's own to the checklist and return its row."""
    application = application_of(case, number)
    read = Reading(values)
    title = read.text("title", 200, required=True)
    if len(application.checklist) >= MOST:
        message = _(
            "error_documents_many", default="At most ${n} documents, please.", mapping={"n": MOST}
        )
        read.wrong("title", message)
    read.done()
    known = {row["id"] for row in application.checklist}
    row_id = next(f"own-{n}" for n in range(1, MOST + 2) if f"own-{n}" not in known)
    row = {
        "id": row_id,
        "title": title,
        "required": read.flag("required"),
        "state": "missing",
        "responsible": "",
        "due": None,
        "note": "",
    }
    touch(case, application)
    application.checklist += (row,)
    changed(case, application)
    return row
