"""Forms of consultations: one page without tabs, in the words of the office."""

from kommunalhub import _
from kommunalhub.approvals.browser.addform import CaseAddForm
from kommunalhub.approvals.browser.addform import CaseAddView
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubEditForm
from kommunalhub.core.forms.live import Live
from kommunalhub.core.validation import FieldError
from kommunalhub.funding.interfaces import IFundingConsultation
from z3c.form.interfaces import IErrorViewSnippet
from z3c.form.validator import Data
from zope.component import getMultiAdapter
from zope.interface import Invalid


PARTNER = "IPartnered.partner"


class OnePage:
    """A form without tabs and without the administration, which the folder decides."""

    default_fieldset_label = _("fieldset_project", default="Your project")

    def updateFields(self):
        super().updateFields()
        if PARTNER in self.fields:
            self.fields = self.fields.omit(PARTNER)


class Matching:
    """A form beside which programmes that fit appear while somebody types."""

    @property
    def live(self):
        return Live(
            _("heading_matches", default="Programmes that fit"),
            f"{self.context.absolute_url()}/@@matches-while-typing",
        )


class ConsultationAddForm(Matching, OnePage, CaseAddForm):
    """„Beratung anfragen“: makes a draft, and submits it at once if wished."""

    portal_type = "FundingConsultation"
    textblocks = "funding"
    label = _("heading_ask_for_advice", default="Ask for advice on funding")
    description = _(
        "ask_for_advice_about",
        default="Tell us what you plan. Only project and goal are needed to begin; the rest can "
        "follow while it is a draft.",
    )

    what_next = (
        _("next_consultation_released", default="Your administration releases the request."),
        _(
            "next_consultation_advised",
            default="The consultants look for programmes that fit and write a recommendation.",
        ),
        _("next_consultation_with_you", default="They go with you up to the statement of use."),
    )

    def updateFields(self):
        super().updateFields()
        # Managers hold the permission to advise, but there is nothing to advise on yet.
        self.groups = [group for group in self.groups if group.__name__ != "advice"]

    def update(self):
        super().update()
        programme = str(self.request.form.get("programme", ""))
        # Chosen on the page of a programme, see ask.py; widgets ignore what a GET request brings.
        if self.request.method == "GET" and programme:
            for group in self.groups:
                if "programmes" in group.widgets:
                    group.widgets["programmes"].value = (programme,)

    @property
    def saved_message(self):
        return _(
            "consultation_saved",
            default="Saved as draft ${number}. Add documents if you have any, "
            "then submit it for release.",
            mapping={"number": self.case.case_number},
        )

    @property
    def submitted_message(self):
        return _(
            "consultation_submitted",
            default="Submitted as ${number}. The reviewers of your administration decide "
            "now; you can follow it here.",
            mapping={"number": self.case.case_number},
        )


class ConsultationAddView(CaseAddView):
    """The page of the add form."""

    form = ConsultationAddForm


class ConsultationEditForm(Matching, OnePage, HubEditForm):
    """What the applicant asks for; what is answered has forms of its own, see advice.py."""

    textblocks = "funding"
    label = _("heading_edit_consultation", default="Edit the consultation")
    #: The other forms of a consultation: what may be written over REST too, see security.fields.
    further = ("empfehlung", "ergebnis", "fristen")

    def updateFields(self):
        super().updateFields()
        # Who may not write the advice has no such group at all.
        self.advice = [group for group in self.groups if group.__name__ == "advice"]
        self.groups = [group for group in self.groups if group not in self.advice]

    def extractData(self, setErrors=True):
        """Check amounts across fieldsets too: each fieldset alone sees the stored total cost."""
        data, errors = super().extractData(setErrors)
        if errors:
            return data, errors
        broken = []
        whole = Data(IFundingConsultation, data, self.context)
        try:
            IFundingConsultation.validateInvariants(whole, broken)
        except Invalid:
            errors = tuple(self._shown(error) for error in broken if isinstance(error, FieldError))
        return data, errors

    def _shown(self, error):
        """Return the error's snippet, put at its field in whichever fieldset that stands."""
        for part in (self, *self.groups):
            if error.at in part.widgets:
                break
        snippet = getMultiAdapter(
            (error, self.request, None, None, part, self.context), IErrorViewSnippet
        )
        snippet.update()
        return snippet


ConsultationEditView = edit_page_of(ConsultationEditForm)
