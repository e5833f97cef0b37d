"""The verbs: keep what was typed, offer it, let it go."""

from datetime import datetime
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.tools import site
from kommunalhub.editorial.drafts import rules
from kommunalhub.editorial.drafts import storage
from plone.uuid.interfaces import IUUID


def key_of(context, form):
    """Return what stands for a form: of a thing, or of something new in it."""
    return f"{IUUID(context, None) or 'site'} {form}"


def keep(context, form, entries, title):
    """Keep what who is signed in has typed in a form; the oldest of theirs gives way."""
    own = storage.ensure_own(site(), asking.userid())
    key = key_of(context, form)
    if key not in own:
        for old in rules.too_many({one: draft["when"] for one, draft in own.items()}):
            del own[old]
    own[key] = {
        "when": formatting.now().isoformat(),
        "form": form,
        "path": "/".join(context.getPhysicalPath()[len(site().getPhysicalPath()) :]),
        "title": title,
        "entries": tuple(entries),
    }


def draft_of(context, form):
    """Return what is kept of a form for who is signed in, or None; nothing that is over."""
    draft = storage.own_of(site(), asking.userid()).get(key_of(context, form))
    return None if draft is None or is_over(draft, formatting.now()) else draft


def drop(context, form):
    """Let go of what was kept of a form; nothing where nothing was."""
    drop_key(asking.userid(), key_of(context, form))


def drop_key(userid, key):
    own = storage.own_of(site(), userid)
    if key in own:
        del own[key]


def is_over(draft, now):
    return rules.is_over(datetime.fromisoformat(draft["when"]), now)


def over(now):
    """Return [(user id, key)] of all that has been kept long enough."""
    return [
        (userid, key) for userid, key, draft in storage.everybody(site()) if is_over(draft, now)
    ]
