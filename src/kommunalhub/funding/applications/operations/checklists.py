"""The documents that an application needs, as its programme lists them."""

from kommunalhub.core.kept import kept


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


def missing(application):
    """Return the rows of required documents that are not there."""
    return [
        row
        for row in application.checklist
        if row["required"] and row["state"] in ("missing", "asked")
    ]
