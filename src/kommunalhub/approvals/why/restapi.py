"""GET @why on a case."""

from kommunalhub.approvals.answers.errors import group_or_function
from kommunalhub.approvals.case.actor import is_involved
from kommunalhub.approvals.case.drafts import may_delete
from kommunalhub.approvals.titles import title_of
from kommunalhub.approvals.why import access
from kommunalhub.approvals.why import wording
from kommunalhub.approvals.why.blocked import steps_of
from kommunalhub.approvals.why.rules import broad_causes
from plone.restapi.services import Service
from zope.i18n import translate


class WhyGet(Service):
    """{transitions, delete, you, people, more, everybody}.

    people, more: None for who may not know who else sees the case; more: how many people with
    access the person may not find.
    """

    def reply(self):
        case = self.context
        answer = {
            "@id": f"{case.absolute_url()}/@why",
            "transitions": [self.step(step) for step in steps_of(case)]
            if is_involved(case)
            else [],
            "you": self.shown(access.my_causes(case)),
            "everybody": self.shown(broad_causes(access.view_roles(case))),
            "delete": self.deleting(case),
            "people": None,
            "more": None,
        }
        if access.may_list(case):
            people, answer["more"] = access.people_with_access(case)
            answer["people"] = [
                {"id": userid, "fullname": name, "causes": self.shown(causes)}
                for userid, name, causes in people
            ]
        return answer

    def deleting(self, case):
        if not is_involved(case):
            return None
        answer = may_delete(case)
        return {"allowed": bool(answer), "reason": None if answer else self.said(answer.reason)}

    def step(self, step):
        return {
            "id": step["id"],
            "title": self.said(step["title"]),
            "allowed": step["allowed"],
            "reason": self.said(step["reason"]),
            "lacks": self.said(step["lacks"]),
            "cause": step["cause"],
            "fixable_by": [
                {"id": group_or_function(token), "title": self.said(title_of(token))}
                for token in step["fixable_by"]
            ],
        }

    def shown(self, causes):
        return [
            {
                "kind": cause.kind,
                "group": cause.token or None,
                "title": wording.said(cause, self.request),
                "until": cause.until.isoformat() if cause.until else None,
            }
            for cause in causes
        ]

    def said(self, message):
        return translate(message, context=self.request) if message is not None else None
