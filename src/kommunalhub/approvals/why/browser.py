"""@@warum: why a step is not possible, why somebody has access."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.case.actor import is_involved
from kommunalhub.approvals.case.drafts import may_delete
from kommunalhub.approvals.why import access
from kommunalhub.approvals.why import wording
from kommunalhub.approvals.why.blocked import steps_of
from kommunalhub.approvals.why.rules import broad_causes
from kommunalhub.core.kept import kept
from Products.Five import BrowserView


CAN_DELETE = _(
    "why_can_delete",
    default="You can delete this case for as long as it is a draft, on its page. It is gone for "
    "good then.",
)


class Why(BrowserView):
    """The page; whoever only sees what came of a case learns why they see it."""

    def __call__(self):
        return self.index()

    @property
    def number(self):
        return kept(self.context, "case_number")

    @cached_property
    def steps(self):
        return steps_of(self.context) if is_involved(self.context) else []

    def deleting(self):
        """Return {allowed, reason} of deleting the case, None for who takes no part in it."""
        if not is_involved(self.context):
            return None
        answer = may_delete(self.context)
        return {"allowed": bool(answer), "reason": CAN_DELETE if answer else answer.reason}

    def mine(self):
        """Return [{text, until}]: why this person sees the case."""
        return self.shown(access.my_causes(self.context))

    @cached_property
    def may_list(self):
        return access.may_list(self.context)

    @cached_property
    def _people(self):
        return access.people_with_access(self.context)

    def people(self):
        """Return [{name, causes}] of those whom this person may find."""
        return [
            {"name": name, "causes": self.shown(causes)} for _id, name, causes in self._people[0]
        ]

    def hidden(self):
        return self._people[1]

    def broad(self):
        return self.shown(broad_causes(access.view_roles(self.context)))

    def shown(self, causes):
        return [
            {
                "text": wording.said(cause, self.request),
                "until": wording.lasts(cause, self.request),
            }
            for cause in causes
        ]
