"""How a person wants to be told, with what that would have meant in the last 30 days."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.notices import operations
from kommunalhub.notices import rules
from kommunalhub.notices.box import box_of
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


MODE_TITLES = {
    rules.ALL: _("notice_mode_all", default="everything"),
    rules.AWAITING: _("notice_mode_awaiting", default="only what is waiting for me"),
    rules.DAILY: _("notice_mode_daily", default="once a day"),
    rules.OFF: _("notice_mode_off", default="off"),
    rules.BELL: _("notice_mode_bell", default="bell only"),
}
CHANNEL_TITLES = {
    "mail": _("notice_channel_mail", default="E-mail"),
    "bell": _("notice_channel_bell", default="Bell"),
    rules.FINDS: _("notice_channel_finds", default="New hits of saved searches"),
}
# What is called otherwise for new hits.
TITLES = {(rules.FINDS, rules.ALL): _("finds_mode_all", default="at once")}
HELP = {
    (rules.FINDS, rules.ALL): _("help_finds_all", default="A mail and the bell for each find."),
    (rules.FINDS, rules.DAILY): _(
        "help_finds_daily", default="All in one mail, in the morning of a working day."
    ),
    (rules.FINDS, rules.BELL): _("help_finds_bell", default="No mail."),
    (rules.FINDS, rules.OFF): _(
        "help_finds_off", default="Your saved searches still say how much is new."
    ),
}
MODE_HELP = {
    rules.ALL: _("help_mode_all", default="Also about cases that you worked on before."),
    rules.AWAITING: _("help_mode_awaiting", default="And decisions on cases of your own."),
    rules.DAILY: _(
        "help_mode_daily", default="All of it together, by case, in the morning of a working day."
    ),
    rules.OFF: _("help_mode_off", default="Only what is overdue in your group still comes."),
}
ONCE = {
    "mail": _("preview_mail_one", default="1 mail in the last 30 days"),
    "bell": _("preview_bell_one", default="1 notice in the last 30 days"),
    rules.FINDS: _("preview_bell_one", default="1 notice in the last 30 days"),
}


class Preferences(OwnPage):
    """@@notice-preferences: three questions, each with four answers, and the muted cases."""

    template = ViewPageTemplateFile("templates/preferences.pt")
    problem = None

    @property
    def url(self):
        return f"{self.site_url}/@@notice-preferences"

    def trail(self):
        title = _("heading_notices", default="Notices")
        return [{"title": title, "url": f"{self.site_url}/@@mitteilungen"}]

    @cached_property
    def chosen(self):
        return operations.preferences(self.portal, self.userid)

    @cached_property
    def counts(self):
        return operations.preview(self.portal, self.userid)

    def channels(self):
        """Return the questions as dicts with their answers."""
        return [
            {
                "name": channel,
                "title": CHANNEL_TITLES[channel],
                "modes": [self.mode_row(channel, mode) for mode in modes],
            }
            for channel, modes in rules.QUESTIONS.items()
        ]

    def mode_row(self, channel, mode):
        return {
            "value": mode,
            "id": f"{channel}-{mode}",
            "title": TITLES.get((channel, mode), MODE_TITLES[mode]),
            "help": HELP.get((channel, mode)) or MODE_HELP.get(mode),
            "preview": count_text(channel, self.counts[channel][mode]),
            "checked": "checked" if self.chosen[channel] == mode else None,
        }

    def muted(self):
        """Return the muted cases that the person may see, as [{uid, number, title, url}]."""
        box = box_of(self.portal, self.userid)
        uids = list(box.muted) if box is not None else []
        catalog = api.portal.get_tool("portal_catalog")
        return [
            {"uid": b.UID, "number": b.case_number, "title": b.Title, "url": b.getURL()}
            for b in (catalog(UID=uids) if uids else ())
        ]

    @property
    def email(self):
        return api.user.get_current().getProperty("email", "")

    def post(self):
        if self.field("unmute"):
            operations.mute(self.portal, self.userid, self.field("unmute"), False)
            message = _("notice_case_unmuted", default="You hear of this case again.")
            return self.lead_to(self.url, message)
        sent = {*rules.CHANNELS, *self.request.form}
        modes = {name: self.field(name) for name in rules.QUESTIONS if name in sent}
        try:
            operations.set_modes(self.portal, self.userid, modes)
        except ValueError:
            self.request.response.setStatus(400)
            self.problem = _(
                "error_notice_mode", default="Please choose one of the answers for each."
            )
            return self.template()
        return self.lead_to(self.url, _("notice_preferences_saved", default="Saved."))


def count_text(channel, count):
    """Return how often a channel would have spoken, in words."""
    if count == 1:
        return ONCE[channel]
    mapping = {"count": count}
    if channel == "mail":
        return _("preview_mails", default="${count} mails in the last 30 days", mapping=mapping)
    return _("preview_bells", default="${count} notices in the last 30 days", mapping=mapping)
