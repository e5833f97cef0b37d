"""What is to do about a shared page, in words."""

from kommunalhub import _
from kommunalhub.core.messages import filled


ONE = _("shared_lacking_one", default="1 gap to fill")
MANY = _("shared_lacking", default="${n} gaps to fill")
STALE = _("shared_stale", default="text changed: please look")


def tags(todo):
    """Return what stands beside the title of a page, for a Todo: messages."""
    lacking = [filled(MANY, n=todo.lacking)] if todo.lacking > 1 else []
    return [*([ONE] if todo.lacking == 1 else lacking), *([STALE] if todo.stale else [])]
