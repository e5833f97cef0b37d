"""Parts of the ETag of a page of ours."""

from AccessControl.SecurityManagement import getSecurityManager
from hashlib import sha256
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.caching.everywhere import shown_everywhere
from kommunalhub.core.caching.revision import public_revision
from kommunalhub.core.statics import looks
from plone import api
from plone.app.caching.interfaces import IETagValue
from uuid import uuid4
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


class EtagPart:
    """A named part of an ETag of what is published."""

    def __init__(self, published, request):
        self.published = published
        self.request = request


@implementer(IETagValue)
@adapter(Interface, Interface)
class Viewer(EtagPart):
    """Who looks, with the groups and roles that decide what they see; empty when not signed in."""

    def __call__(self):
        if asking.is_anonymous():
            return ""
        user = getSecurityManager().getUser()
        rights = repr((sorted(user.getGroups()), sorted(user.getRoles())))
        return f"{user.getId()}:{sha256(rights.encode()).hexdigest()[:16]}"


@implementer(IETagValue)
@adapter(Interface, Interface)
class Shown(EtagPart):
    """What the page shows: public content, the day (dues are in days), the looks, what is on top.

    A view that shows more says so: `fingerprint()` for who is signed in, without which a page is
    made anew each time; `public_fingerprint()` for everybody else, for more than public content.
    """

    def __call__(self):
        today = formatting.to_local(formatting.now()).date().isoformat()
        parts = [str(public_revision(api.portal.get())), today, looks(), shown_everywhere()]
        if not asking.is_anonymous():
            own = getattr(self.published, "fingerprint", None)
            parts.append((own() if own is not None else None) or uuid4().hex)
        else:
            own = getattr(self.published, "public_fingerprint", None)
            parts.append(own() if own is not None else "")
        return ",".join(parts)
