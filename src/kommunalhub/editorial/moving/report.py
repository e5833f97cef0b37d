"""What became of each piece, as a table for people: CSV or XLSX."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.core.workbook import workbook_of
from kommunalhub.editorial.moving import rules
from kommunalhub.editorial.moving import said
from kommunalhub.lib.tables.writing import csv_of

import os
import tempfile


SHEET = _("moving_sheet", default="Taken over")
HEAD = (
    _("moving_head_source", default="In the source"),
    _("moving_head_verdict", default="What becomes of it"),
    _("moving_head_place", default="Place in the hub"),
    _("moving_head_title", default="Title"),
    _("moving_head_why", default="Why, and what is missing"),
    _("moving_head_address", default="Old address that leads there"),
)


def rows_of(made):
    """Return rows of texts: refused pieces first, then as they stand in the source."""
    ranked = sorted(made.pieces, key=lambda one: (not one.is_refused, one.said))
    return [row_of(one) for one in ranked]


def row_of(piece):
    remarks = said.remarks(piece.lost, piece.missing, piece.is_address_taken)
    why = [piece.reason] if piece.is_refused else remarks
    return [
        piece.said,
        in_site_language(said.VERDICTS[piece.verdict]),
        "" if piece.is_refused and not piece.path else f"/{piece.path}",
        piece.title,
        "; ".join(in_site_language(one) for one in why),
        f"/{piece.address}" if piece.address else "",
    ]


def written(made, path):
    """Write the report of a Plan: a workbook where the name says .xlsx, else CSV."""
    head, rows = [in_site_language(one) for one in HEAD], rows_of(made)
    if str(path).lower().endswith(".xlsx"):
        data = workbook_of([(in_site_language(SHEET), head, rows)])
    else:
        data = csv_of(head, rows)
    folder = os.path.dirname(os.path.abspath(path))
    handle, made_as = tempfile.mkstemp(dir=folder, prefix=".kommunalhub-")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    os.replace(made_as, path)


def lines_of(made, most=50):
    """Return what a person at the command line reads: counts, and what is refused."""
    counts = made.counts()
    total = sum(counts.values())
    found = [f"{total} pieces: " + ", ".join(f"{counts[one]} {one}" for one in rules.VERDICTS)]
    refused = [one for one in made.pieces if one.is_refused]
    found += [f"  {one.said}: {in_site_language(one.reason)}" for one in refused[:most]]
    if len(refused) > most:
        found.append(f"  … and {len(refused) - most} more; --report FILE has them all.")
    remarked = sum(bool(one.lost or one.missing) for one in made.pieces)
    if remarked:
        found.append(f"{remarked} pages leave something behind; --report FILE says what.")
    return found
