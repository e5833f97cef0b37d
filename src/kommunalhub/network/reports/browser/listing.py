"""`netzwerk/erfahrungen`: what others have learned, narrowed by field, cost and size."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.badges import badge_of_brain
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.tools import catalog
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.network.reports import workflow
from kommunalhub.network.reports.vocabularies import COSTS
from kommunalhub.network.reports.vocabularies import TOWNS
from kommunalhub.partners.titles import short_title_of
from Products.Five import BrowserView


SIZE = 20
INDEXES = {"field": "experience_fields", "cost": "experience_cost", "town": "experience_town"}
LABELS = {
    "field": _("label_report_field", default="Theme field"),
    "cost": _("label_report_cost", default="Cost"),
    "town": _("label_report_town", default="Size of the municipality"),
}


class Reports(FromCatalog, BrowserView):
    """Rows of reports; all of it comes from one query."""

    def choices(self):
        """Return {filter: {value: title}}."""
        return {"field": titles_of("kommunalhub.project_fields"), "cost": COSTS, "town": TOWNS}

    @cached_property
    def chosen(self):
        """What the address asks for; what is no choice is not asked for."""
        found = {}
        for name, known in self.choices().items():
            value = self.request.form.get(name)
            if isinstance(value, str) and value in known:
                found[name] = value
        return found

    @cached_property
    def brains(self):
        narrowed = {INDEXES[name]: value for name, value in self.chosen.items()}
        return catalog()(
            portal_type=workflow.TYPE, sort_on="modified", sort_order="reverse", **narrowed
        )

    @cached_property
    def batch(self):
        url = self.context.absolute_url()
        return batch_of(self.request, len(self.brains), SIZE, url, list(self.chosen.items()))

    def rows(self):
        return [row(brain) for brain in self.batch.cut(self.brains)]

    def filters(self):
        """Return [{name, label, options}]."""
        return [
            {
                "name": name,
                "label": LABELS[name],
                "options": [
                    {"value": value, "title": title, "selected": self.chosen.get(name) == value}
                    for value, title in known.items()
                ],
            }
            for name, known in self.choices().items()
            if known
        ]

    def add_url(self):
        may = asking.may(workflow.ADD, self.context)
        return f"{self.context.absolute_url()}/++add++{workflow.TYPE}" if may else None


def row(brain):
    """Return what the list shows of a report."""
    return {
        "title": brain.Title,
        "url": brain.getURL(),
        "text": brain.Description,
        "partner": short_title_of(brain.partner),
        "cost": COSTS.get(brain.experience_cost),
        "town": TOWNS.get(brain.experience_town),
        "badge": badge_of_brain(brain),
    }
