"""The control panel of the search."""

from kommunalhub import _
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.forms.page import SettingsPage
from kommunalhub.core.forms.shell import HubForm
from kommunalhub.search.interfaces import ISearchSettings
from kommunalhub.search.reading import office
from kommunalhub.search.reading import process
from kommunalhub.search.reading import words
from plone.app.registry.browser.controlpanel import RegistryEditForm
from zope.i18n import translate


#: How many lines of a list are seen at once.
ROWS = {"search_compounds": 6, "search_synonyms": 16}


class SearchSettingsForm(HubForm, RegistryEditForm):
    """Edits the records of ISearchSettings."""

    schema = ISearchSettings
    schema_prefix = "kommunalhub"
    label = _("title_search_settings", default="Search of the hub")
    about = _(
        "title_search_settings_about",
        default="How words are read and which of them mean the same.",
    )

    @property
    def description(self):
        """What the page is about, and which programs there are for files."""
        told = (self.about, *words.programs(office.draws_office(), process.reads_scans()))
        return " ".join(translate(message, context=self.request) for message in told)

    def updateWidgets(self):
        super().updateWidgets()
        for name, rows in ROWS.items():
            self.widgets[name].rows = rows


SearchSettings = page_of(SearchSettingsForm, SettingsPage)
