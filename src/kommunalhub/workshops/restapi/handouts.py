"""@handouts of a workshop: what it hands out, to whom and from when on."""

from kommunalhub import _
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.workshops.handouts import operations
from kommunalhub.workshops.handouts import rules
from kommunalhub.workshops.handouts import shown
from kommunalhub.workshops.handouts import storage
from kommunalhub.workshops.operations import may_manage
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope.interface import alsoProvides


class HandoutsGet(Service):
    """GET: what who asks may read by now; those who manage see all of it, and `when`."""

    def reply(self):
        stage, manages = operations.stage_of(self.context), may_manage(self.context)
        items = [
            {
                "@id": brain.getURL(),
                "UID": uid,
                "title": brain.Title,
                **({"when": when} if manages else {}),
            }
            for uid, when, brain in shown.all_of(self.context)
            if brain is not None and (manages or rules.is_given(when, stage))
        ]
        return {
            "@id": f"{self.context.absolute_url()}/@handouts",
            "items": items,
            "items_total": len(items),
            "later": shown.later_of(self.context),
        }


class HandoutsPut(HandoutsGet):
    """PUT {"items": [{"UID", "when"}]}: exactly these, in this order."""

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        items = body_of(self.request).get("items")
        if not isinstance(items, list) or len(items) > storage.MOST:
            raise self.refused(
                _(
                    "error_handouts_list",
                    default="This must be a list of up to ${most} materials with `UID` and `when`.",
                    mapping={"most": storage.MOST},
                )
            )
        pairs = {}
        for item in items:
            uid, when = self.read(item)
            brain = shown.brains_of([uid]).get(uid)
            message = shown.problem(brain, when)
            if message is not None:
                raise self.refused(message)
            pairs[uid] = when
        operations.hand_out(self.context, pairs)
        return super().reply()

    def read(self, item):
        found = [item.get(name) if isinstance(item, dict) else None for name in ("UID", "when")]
        return [value if isinstance(value, str) else "" for value in found]

    def refused(self, message):
        return wrong("items", message, self.request)
