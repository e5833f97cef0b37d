"""What the catalog knows of positions: nothing that not everybody who sees one may know."""

from kommunalhub.core.tools import tool
from kommunalhub.editorial.people import rules
from kommunalhub.editorial.people.holders import holder_of
from kommunalhub.editorial.people.interfaces import IPosition
from kommunalhub.search.interfaces import ISearchText
from plone.indexer.decorator import indexer
from zope.component import adapter
from zope.interface import implementer


TEXTS = ("unit", "room", "phone", "email", "hours")


@indexer(IPosition)
def position_facts(obj):
    """Return what lists show and sort by: plain values, and never who holds it."""
    return {
        **{name: getattr(obj, name) or "" for name in TEXTS},
        "tasks": tuple(obj.tasks or ()),
        "is_head": bool(obj.is_head),
    }


@indexer(IPosition)
def position_text(obj):
    """Return what everybody who sees a position finds it by."""
    return "\n".join(words_of(obj))


@implementer(ISearchText)
@adapter(IPosition)
class PositionText:
    """What the search finds a position by: its tasks weigh nearly as much as its title."""

    pages = ()

    def __init__(self, context):
        self.context = context

    @property
    def title(self):
        return self.context.title or ""

    @property
    def keywords(self):
        return "\n".join(self.context.tasks or ())

    @property
    def body(self):
        return "\n".join(words_of(self.context)[1:])


def words_of(obj):
    """Return the lines of a position: its title, its tasks, its unit, and who holds it."""
    lines = [obj.title or "", "; ".join(obj.tasks or ()), *rules.steps_of(obj.unit)]
    state = tool("portal_workflow").getInfoFor(obj, "review_state", "")
    if rules.tells_name(state, works_here=False):
        lines.append(holder_of(obj).name)
    return [line for line in lines if line]
