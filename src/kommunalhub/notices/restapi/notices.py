"""GET and POST @notices: what the bell counts, newest first, and marking it as read."""

from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import number_of
from kommunalhub.core.restapi.body import texts_of
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.notices import operations
from kommunalhub.notices.box import CAP
from kommunalhub.notices.listing import rows_of
from kommunalhub.notices.listing import shown_of
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.batching import HypermediaBatch
from zope.interface import alsoProvides


class NoticesGet(OwnService):
    """Batched as plone.restapi does; `unread` is the number that the bell shows."""

    def answer(self):
        number_of(self.request, "b_size", 25, least=1)
        number_of(self.request, "b_start", 0, least=0)
        batch = HypermediaBatch(self.request, list(shown_of(self.portal, self.userid)))
        answer = {
            "@id": batch.canonical_url,
            "items": [self.item(row) for row in rows_of(self.portal, list(batch))],
            "items_total": batch.items_total,
            "unread": operations.unread_count(self.portal, self.userid),
        }
        if batch.links:
            answer["batching"] = batch.links
        return answer

    def item(self, row):
        return {
            "id": row["key"],
            "link": row["url"] or None,
            "case_number": row["number"],
            "title": self.said(row["title"]),
            "kind": row["kind"],
            "reason": row["reason"],
            "reason_title": self.said(row["why"]),
            "text": self.said(row["text"]),
            "comment": row["word"],
            "when": row["iso"],
            "read": row["read"],
        }


class NoticesPost(OwnService):
    """Mark as read: {"read": [ids]}, or {"read": "all"}; answers {"unread": n}."""

    def answer(self):
        data = body_of(self.request)
        keys = None
        if data.get("read") != "all":
            keys = texts_of(data, "read", CAP, self.request)
        alsoProvides(self.request, IDisableCSRFProtection)
        marked = operations.mark_read(self.portal, self.userid, keys)
        return {"marked": marked, "unread": operations.unread_count(self.portal, self.userid)}
