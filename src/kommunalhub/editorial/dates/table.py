"""Dates as a table (CSV): one a line, with the licence that what is public has."""

from kommunalhub.core import asking
from kommunalhub.core.agenda import said
from kommunalhub.core.formatting import to_local
from kommunalhub.core.language import in_site_language
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.editorial.dates import gathering
from kommunalhub.editorial.dates.vocabularies import ACCESS
from kommunalhub.lib.tables.writing import csv_of
from kommunalhub.partners.titles import short_title_of


#: Of the bare facts of public dates: free for all, whatever they do with them.
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
#: Names of the columns, for programs: they stay as they are.
COLUMNS = (
    *("uid", "title", "start", "end", "whole_day", "state", "reason", "before", "place"),
    *("partner", "kind", "access", "url", "sequence", "licence"),
)
PLANNED = "planned"


def text_of(found, now):
    """Return Occurrences as CSV; times are those of Europe/Berlin, with their offset."""
    kinds, facts = gathering.kinds(), titles_of(ACCESS)
    # who is signed in sees what is nobody else's: that carries no licence
    licence = LICENCE if asking.is_anonymous() else ""
    return csv_of(COLUMNS, [[*row_of(one, now, kinds, facts), licence] for one in found])


def row_of(one, now, kinds, facts):
    """Return the values of an Occurrence, without the licence."""
    return [
        one.uid,
        one.title,
        _moment(one, one.start),
        said.last_day_of(one).isoformat() if one.is_whole_day else _moment(one, one.end),
        str(int(one.is_whole_day)),
        " ".join(said.states_of(one, now)) or PLANNED,
        one.reason,
        _moment(one, one.before.start) if one.before else "",
        one.place,
        short_title_of(one.partner),
        in_site_language(kinds.get(one.kind, "")),
        ", ".join(in_site_language(facts[token]) for token in facts if token in one.access),
        one.url,
        str(one.sequence),
    ]


def _moment(one, value):
    local = to_local(value)
    return local.date().isoformat() if one.is_whole_day else local.isoformat()
