"""What the catalog knows of a thing and does not tell everybody who finds it.

A list of the hub reads its columns and shows what its page shows. Programs may ask for columns by
name, or for all of them: then these stay in the house.
"""

from kommunalhub.core import asking
from kommunalhub.core.reading import once
from kommunalhub.core.tools import site


#: Worked out for lists and conditions: who decided, what waits, what is wrong with a page.
INNER = frozenset(
    {
        *("case_extra", "decisions", "file_preview", "file_unit", "last_editor"),
        *("agenda_facts", "device_facts", "exhibit_facts", "funding_facts", "hub_facts"),
        *("news_facts", "position_facts"),
        *("cmf_uid", "getObject", "sync_uid"),
    }
)
#: Tell accounts: for who picks colleagues from lists anyway.
PEOPLE = frozenset({"assigned", "author_name", "commentors", "Creator", "listCreators"})
ALL = INNER | PEOPLE


@once
def picks_people():
    """Return whether who asks picks colleagues from lists: asked for each hit of a list."""
    return asking.may("List portal members", site())


def withheld():
    """Return the names of the columns that who asks is not told."""
    return INNER if picks_people() else ALL


def told(names):
    """Return those of the names of columns, `key:name` too, that who asks may be told."""
    kept = withheld()
    return [one for one in names if str(one).rpartition(":")[2] not in kept]
