"""What a consultant writes, each in a small form of its own: recommendation, outcome, deadlines.

The applicant's fields are not among them, so nobody changes what was asked for while answering it.
Over REST all of them are fields of the consultation, as ever.
"""

from kommunalhub import _
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.browser.forms import ConsultationEditForm
from kommunalhub.funding.deadlines.operations import FIELDS
from kommunalhub.funding.deadlines.operations import given
from plone import api
from z3c.form.field import Fields


class AdviceForm(ConsultationEditForm):
    """Some of the fields of the advice; `names` says which."""

    names = ()

    def updateFields(self):
        super().updateFields()
        fields = Fields()
        for group in self.advice:
            fields += group.fields.select(*self.names)
        self.fields, self.groups = fields, []


class RecommendationForm(AdviceForm):
    """@@empfehlung."""

    label = _("heading_write_recommendation", default="Recommendation")
    description = _(
        "write_recommendation_about",
        default="Write which programme fits and what is to do next by whom. The administration "
        "reads it once you give the recommendation.",
    )
    names = ("recommendation",)

    live = None
    success_message = _("recommendation_saved", default="The recommendation is saved.")


class OutcomeForm(AdviceForm):
    """@@ergebnis, for cases without applications: of those the notices tell the outcome."""

    label = _("heading_record_outcome", default="Outcome of the application")
    description = _(
        "record_outcome_about", default="What the funder has decided; amounts are in euros."
    )
    names = ("applied_amount", "granted_amount", "decision_date")
    success_message = _("outcome_saved", default="The outcome is recorded.")


class DeadlinesForm(AdviceForm):
    """@@fristen, for what the notices of a case do not say."""

    label = _("heading_record_deadlines", default="Deadlines of the grant")
    description = _(
        "record_deadlines_about",
        default="Until when the money must be drawn and the statement of use is due, as the "
        "notice says.",
    )
    success_message = _("deadlines_saved", default="The deadlines are recorded.")

    @property
    def names(self):
        known = given(self.context)
        return tuple(name for name in FIELDS if name not in known)


def told_by_applications(case):
    """Return the names of the forms whose facts a case has from its applications and notices."""
    found = {"ergebnis"} if funding_of(case).applications else set()
    return found | ({"fristen"} if given(case) == FIELDS.keys() else set())


class ToApplications:
    """Leads to the applications where they know it all: nobody types it twice."""

    def __call__(self):
        if self.__name__ not in told_by_applications(self.context):
            return super().__call__()
        api.portal.show_message(self.told, self.request)
        self.request.response.redirect(f"{self.context.absolute_url()}#antraege")
        return ""


class OutcomeView(ToApplications, edit_page_of(OutcomeForm)):
    """The page of the form."""

    told = _(
        "outcome_by_notice",
        default="Amounts and dates follow from the applications: please record the notice there.",
    )


class DeadlinesView(ToApplications, edit_page_of(DeadlinesForm)):
    """The page of the form."""

    told = _(
        "deadlines_by_notice",
        default="The notice says these deadlines: you find them with the application. If they are "
        "wrong, please record the notice anew.",
    )


RecommendationView = edit_page_of(RecommendationForm)
