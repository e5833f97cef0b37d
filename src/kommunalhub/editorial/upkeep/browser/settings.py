"""@@pages-controlpanel: how often pages are reviewed, and whether other sites are asked."""

from kommunalhub import _
from kommunalhub.approvals.reviewing import operations
from kommunalhub.approvals.reviewing import rules
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.forms.page import SettingsPage
from kommunalhub.core.forms.shell import HubForm
from kommunalhub.core.validation import is_between
from plone.app.registry.browser.controlpanel import RegistryEditForm
from zope import schema
from zope.interface import Interface


class IPagesSettings(Interface):
    """Registry records that a hub manager edits."""

    review_months = schema.Int(
        title=_("label_usual_review_months", default="Months, after which a page is reviewed"),
        description=_(
            "help_usual_review_months",
            default="It holds where neither the page nor a folder around it says otherwise.",
        ),
        constraint=is_between(rules.LEAST, rules.MOST),
    )
    check_outside_links = schema.Bool(
        title=_("label_outside_links", default="Look at links out of the hub too"),
        description=_(
            "help_outside_links",
            default="The hub then asks other sites once a week whether there still is something. "
            "They see the address of the hub, nothing of who reads it.",
        ),
        required=False,
    )


class PagesSettingsForm(HubForm, RegistryEditForm):
    """Edits the records of IPagesSettings."""

    schema = IPagesSettings
    schema_prefix = "kommunalhub"
    label = _("title_pages_settings", default="Upkeep of pages")
    description = _(
        "title_pages_settings_about",
        default="How often pages are reviewed, and what is looked at in them.",
    )

    def applyChanges(self, data):
        changes = super().applyChanges(data)
        changed = [name for names in (changes or {}).values() for name in names]
        if any(name.endswith("review_months") for name in changed):
            operations.bring_days()
        return changes


PagesSettings = page_of(PagesSettingsForm, SettingsPage)
