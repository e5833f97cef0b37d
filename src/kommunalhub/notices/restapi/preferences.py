"""GET and PATCH @notice-preferences: the modes, the muted cases, and what that would have meant."""

from kommunalhub import _
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.notices import operations
from kommunalhub.notices import rules
from kommunalhub.notices.box import box_of
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from zope.interface import alsoProvides


class PreferencesGet(OwnService):
    """{mail, bell, finds, muted: [uids], preview: {channel: {mode: times in the last 30 days}}}"""

    def answer(self):
        box = box_of(self.portal, self.userid)
        return {
            "@id": f"{self.portal.absolute_url()}/@notice-preferences",
            **operations.preferences(self.portal, self.userid),
            "muted": list(box.muted) if box is not None else [],
            "preview": operations.preview(self.portal, self.userid),
        }


class PreferencesPatch(PreferencesGet):
    """Any of {mail, bell, finds, mute: uid, unmute: uid}; answers as GET does."""

    def answer(self):
        data = body_of(self.request)
        known = {*rules.QUESTIONS, "mute", "unmute"}
        for name in data:
            if name not in known:
                message = _("error_unknown_field", default="There is no such setting.")
                raise wrong(name, message, self.request)
        modes = {name: data[name] for name in rules.QUESTIONS if name in data}
        for name, mode in modes.items():
            if mode not in rules.QUESTIONS[name]:
                message = _(
                    "error_notice_modes",
                    default="This must be one of: ${modes}.",
                    mapping={"modes": ", ".join(rules.QUESTIONS[name])},
                )
                raise wrong(name, message, self.request)
        for name in ("mute", "unmute"):
            if name in data:
                self.require_case(name, data[name])
        alsoProvides(self.request, IDisableCSRFProtection)
        if modes:
            operations.set_modes(self.portal, self.userid, modes)
        for name in ("mute", "unmute"):
            if name in data:
                operations.mute(self.portal, self.userid, data[name], name == "mute")
        return super().answer()

    def require_case(self, name, uid):
        """Refuse what is no case that the person may see."""
        catalog = api.portal.get_tool("portal_catalog")
        approvable = IApprovable.__identifier__
        known = isinstance(uid, str) and uid and catalog(UID=uid, object_provides=approvable)
        if not known:
            message = _("error_no_such_case", default="There is no such case for you.")
            raise wrong(name, message, self.request)
