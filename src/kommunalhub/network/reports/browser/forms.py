"""The forms for a report of experience: one page without tabs."""

from kommunalhub import _
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from kommunalhub.core.forms.dexterity import HubEditForm
from kommunalhub.network.reports import workflow
from kommunalhub.partners.browser.choosing import OwnPartners
from kommunalhub.partners.browser.choosing import OwnPartnersAndKept


class ReportAddForm(OwnPartners, HubAddForm):
    """Asks for a new report."""

    portal_type = workflow.TYPE
    label = _("heading_add_report", default="Write a report of experience")
    description = _(
        "heading_add_report_about",
        default="For colleagues who are about to do the same. What went wrong helps them most.",
    )
    what_next = (
        _("next_report_review", default="The reviewers of your administration read it."),
        _("next_report_share", default="Then all of the hub find it, and sister hubs if shared."),
    )


class ReportAddPage(HubAddPage):
    """The page of the add form."""

    form = ReportAddForm


class ReportEditForm(OwnPartnersAndKept, HubEditForm):
    """Changes a report that is not released."""

    label = _("heading_edit_report", default="Edit the report")
    success_message = _("message_changes_saved", default="The changes are saved.")


ReportEditPage = edit_page_of(ReportEditForm)
