"""@@radar-profile: make a profile; @@radar-profile/3: change one."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.forms.acting import ActingForm
from kommunalhub.core.forms.page import HubFormPage
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.core.tools import catalog
from kommunalhub.funding.radar import operations
from kommunalhub.funding.radar import rights
from kommunalhub.funding.radar.interfaces import IRadarProfile
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.browser.radio import RadioFieldWidget
from z3c.form.field import Fields
from z3c.form.form import Form
from zExceptions import NotFound


class RadarProfile(ActingForm, Form):
    """A new profile, empty or as a consultation suggests it (`case`), or one that is changed."""

    fields = Fields(IRadarProfile)
    fields["owner"].widgetFactory = RadioFieldWidget
    for name in operations.LISTS:
        fields[name].widgetFactory = CheckBoxFieldWidget
    refusals = (operations.Wrong,)
    ignoreContext = False
    number = None

    @property
    def list_url(self):
        return f"{self.context.absolute_url()}/@@foerderradar"

    @property
    def leave_url(self):
        return self.list_url if self.number is None else f"{self.list_url}/{self.number}"

    @property
    def label(self):
        if self.number is None:
            return _("heading_radar_add", default="New profile for the funding radar")
        return _("heading_radar_edit", default="Change the profile")

    def getContent(self):
        """Return what the fields show at first: the profile, or a proposal."""
        if self.number is not None:
            return values_of(operations.kept(self.number))
        return proposal(self.request.form.get("case"))

    def act(self, data):
        profile = operations.save(self.number, data)
        self.made = profile.title
        message = _(
            "message_radar_saved",
            default="Saved. You see what fits today; you are told of what comes from now on.",
        )
        return f"{self.list_url}/{profile.number}", message


class RadarProfilePage(NumberInPath, HubFormPage):
    """The page of the form."""

    def update(self):
        if self.number is not None:
            try:
                operations.kept(self.number)
            except KeyError as error:
                raise NotFound(str(self.number)) from error
        self.form_instance.number = self.number
        super().update()

    @cached_property
    def label(self):
        return self.form_instance.label


def values_of(profile):
    """Return what the form shows of a Profile."""
    values = {name: set(getattr(profile, name)) for name in operations.LISTS}
    return values | {
        "title": profile.title,
        "owner": profile.partner or operations.ME,
        "cost_from": profile.cost_from,
        "cost_to": profile.cost_to,
    }


def proposal(uid):
    """Return what the form shows of a new profile: what a consultation, that one sees, is about."""
    kept = rights.kept_partners()
    values = {
        "title": "",
        "owner": kept[0] if len(kept) == 1 else operations.ME,
        "topics": set(),
        "applicant": set(),
        "areas": set(),
        "cost_from": None,
        "cost_to": None,
    }
    asked = {"UID": uid, "portal_type": "FundingConsultation"}
    brains = catalog()(**asked) if isinstance(uid, str) and uid else ()
    for brain in brains:
        case = brain.getObject()
        values["title"] = case.Title()[:100]
        values["topics"] = set(case.topics or ())
        values["cost_to"] = case.total_cost
        if case.partner in kept:
            values["owner"] = case.partner
    return values


RadarProfileForm = page_of(RadarProfile, RadarProfilePage)
