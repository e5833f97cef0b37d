"""@@foerderradar: one's profiles; @@foerderradar/3: what one of them finds today."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.core.tools import catalog
from kommunalhub.funding.matching.sentences import FITS
from kommunalhub.funding.matching.sentences import LOOKS
from kommunalhub.funding.radar import operations
from kommunalhub.funding.radar import rights
from kommunalhub.funding.radar import said
from kommunalhub.funding.radar.vocabularies import ONLY_ME
from kommunalhub.partners.operations import partners_of
from kommunalhub.partners.titles import short_title_of
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.i18n import translate


PAGE_SIZE = 10
#: So many consultations are offered to begin a profile with.
PROPOSED = 3
LOOK_OF = {"for": "pro", "against": "con", "out": "con"}


class FundingRadar(NumberInPath, OwnPage):
    """The list without a number, one profile with what it finds with one."""

    listing = ViewPageTemplateFile("templates/radar.pt")
    profile_page = ViewPageTemplateFile("templates/profile.pt")
    list_title = _("heading_radar", default="Funding radar")

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@foerderradar"

    @property
    def add_url(self):
        return f"{self.context.absolute_url()}/@@radar-profile"

    @cached_property
    def profile(self):
        try:
            return operations.get(self.number)
        except KeyError as error:
            raise NotFound(str(self.number)) from error

    def template(self):
        if self.number is None:
            return self.listing()
        return self.profile_page() if self.profile is not None else ""

    # The list

    def rows(self):
        return [self.shown(profile) for profile in operations.profiles()]

    def shown(self, profile):
        topics = said.titles(profile.topics, "kommunalhub.funding_topics", self.request)
        applicant = said.titles(profile.applicant, "kommunalhub.funding_eligible", self.request)
        areas = said.titles(profile.areas, "kommunalhub.funding_areas", self.request)
        return {
            "number": profile.number,
            "url": f"{self.url}/{profile.number}",
            "edit_url": f"{self.add_url}/{profile.number}",
            "title": profile.title,
            "owner": short_title_of(profile.partner) if profile.partner else ONLY_ME,
            "topics": ", ".join(topics),
            "applicant": ", ".join(applicant),
            "areas": ", ".join(areas),
            "cost": said.cost_text(profile),
            "is_paused": profile.is_paused,
            "may_keep": rights.may_keep(profile),
            "may_listen": rights.may_listen(profile),
            "listens": asking.userid() in operations.listeners_of(profile),
        }

    def proposals(self):
        """Return [{title, url}] of consultations of one's administrations to begin with."""
        brains = catalog()(
            portal_type="FundingConsultation",
            partner=list(partners_of()),
            sort_on="created",
            sort_order="descending",
            sort_limit=PROPOSED,
        )
        return [
            {"title": brain.Title, "url": f"{self.add_url}?case={brain.UID}"}
            for brain in brains[:PROPOSED]
        ]

    # One profile

    def about(self):
        return self.shown(self.profile)

    @cached_property
    def found(self):
        return operations.fitting(self.profile)

    @cached_property
    def batch(self):
        return batch_of(self.request, len(self.found), PAGE_SIZE, f"{self.url}/{self.number}")

    def finds(self):
        return [self.find(*pair) for pair in self.batch.cut(self.found)]

    def find(self, match, brain):
        news = self.profile.news
        reasons = said.reasons_of(match, self.request)
        return {
            "url": brain.getURL(),
            "title": brain.Title,
            "fit_title": translate(FITS[match.fit], context=self.request),
            "look": LOOKS[match.fit],
            "news": said.news_text(news[match.uid], self.request) if match.uid in news else None,
            "reasons": [{**one, "look": LOOK_OF.get(one["sign"], "")} for one in reasons],
        }

    def looked(self):
        return formatting.moment(self.profile.looked) if self.profile.looked else None

    # What its small forms send

    def post(self):
        try:
            return self.lead_to(*self.do(self.field("action")))
        except KeyError as error:
            raise NotFound(str(self.number)) from error

    def do(self, action):
        """Do what a button says; return where to go on, and what was done."""
        here = f"{self.url}/{self.number}"
        if action in ("hear", "leave"):
            operations.listen(self.profile, action == "hear")
            if action == "hear":
                return here, _("message_radar_hear", default="You hear of this profile now.")
            return here, _("message_radar_left", default="You hear no more of this profile.")
        if action in ("pause", "resume"):
            operations.pause(operations.kept(self.number), action == "pause")
            if action == "pause":
                message = _("message_radar_paused", default="Nobody hears of this profile now.")
                return here, message
            return here, _("message_radar_resumed", default="The radar is on again.")
        if action == "delete":
            operations.delete(self.number)
            return self.url, _("message_radar_deleted", default="The profile is deleted.")
        raise NotFound(action)
