"""@@was-der-hub-gebracht-hat: what was published, for everybody; the page to publish it."""

from datetime import date
from decimal import Decimal
from functools import cached_property
from kommunalhub import _
from kommunalhub.core import charts
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.funding.results import publishing
from kommunalhub.funding.results import titles
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.i18n import translate


TITLE = _("heading_impact", default="What the hub has brought")
TABLES = (
    ("years", _("heading_results_years", default="By year"), titles.year_title),
    ("partners", _("heading_results_partners", default="By administration"), titles.partner_title),
)
HEADS = {
    "years": _("label_year", default="Year"),
    "partners": _("label_partner", default="Administration"),
}


class Shown:
    """Published figures as a template shows them; `figures` is what publishing.shown returns."""

    title = TITLE

    def said(self, message):
        return translate(message, context=self.request)

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@was-der-hub-gebracht-hat"

    def facts(self):
        """Return [{number, text}] of the great figures."""
        found = self.figures
        facts = [
            (str(found["cases"]), _("impact_cases", default="projects with an application")),
            (_euros(found["granted"]), _("impact_granted", default="granted")),
        ]
        if Decimal(found["drawn"]):
            facts.append((_euros(found["drawn"]), _("impact_drawn", default="drawn")))
        if found["success"] is not None:
            share = formatting.percent(Decimal(found["success"]).quantize(Decimal(1)))
            facts.append((share, _("impact_success", default="of the decided ones granted")))
        if found["per_own_euro"] is not None:
            amount = formatting.money(Decimal(found["per_own_euro"]))
            facts.append(
                (amount, _("impact_per_own", default="granted for each euro of one's own"))
            )
        return [{"number": number, "text": text} for number, text in facts]

    def tables(self):
        return [
            {
                "id": name,
                "title": title,
                "head": HEADS[name],
                "rows": [self.row(row, words) for row in self.figures[name]],
                "picture": self.picture(name, title, words),
            }
            for name, title, words in TABLES
            if self.figures[name]
        ]

    def row(self, row, words):
        return {
            "title": self.said(words(row["key"])),
            "cases": row["cases"],
            "applied": _euros(row["applied"]),
            "granted": _euros(row["granted"]),
        }

    def picture(self, name, title, words):
        rows = [
            (self.said(words(row["key"])), float(row["granted"]), _euros(row["granted"]))
            for row in self.figures[name]
        ]
        mapping = {"what": self.said(title)}
        label = _("results_chart_granted", default="Granted money. ${what}", mapping=mapping)
        text = _("results_chart_text", default="The table beside it gives the numbers.")
        most = max(value for _title, value, _said in rows)
        return charts.lying_bars(self.said(label), self.said(text), rows, most, f"chart-{name}")

    def topics(self):
        return [
            {"title": self.said(titles.topic_title(row["key"])), "cases": row["cases"]}
            for row in self.figures["topics"]
        ]

    def least(self):
        return publishing.least()


class Impact(Shown, BrowserView):
    """The public page: nothing of it is worked out anew, and no case is behind it."""

    template = ViewPageTemplateFile("templates/impact.pt")

    def __call__(self):
        if self.figures is None:
            raise NotFound("was-der-hub-gebracht-hat")
        return self.template()

    @cached_property
    def figures(self):
        return publishing.shown()

    def day(self):
        return formatting.day(date.fromisoformat(self.figures["day"]))

    def fingerprint(self):
        """Return what the page depends on besides who looks: which publication it is."""
        return self.figures["id"] if self.figures is not None else ""

    public_fingerprint = fingerprint


class PublishResults(Shown, OwnPage):
    """@@ergebnisse-veroeffentlichen: what would be published, and a button for it."""

    template = ViewPageTemplateFile("templates/publish.pt")
    problem = None

    @cached_property
    def figures(self):
        return publishing.preview()

    @cached_property
    def public(self):
        return publishing.shown()

    def public_day(self):
        return formatting.day(date.fromisoformat(self.public["day"]))

    def crumbs(self):
        url = self.context.absolute_url()
        title = _("heading_funding_results", default="Results")
        return [{"title": title, "url": f"{url}/@@ergebnisse"}]

    @property
    def own_url(self):
        return f"{self.context.absolute_url()}/@@ergebnisse-veroeffentlichen"

    def warnings(self):
        """Return titles of rows that would tell single cases to who compares with the last page."""
        if self.figures is None:
            return []
        found = []
        for key in publishing.warnings(self.figures):
            if key == "":
                found.append(self.said(_("impact_row_all", default="all together")))
            elif isinstance(key, int):
                found.append(str(key))
            else:
                found.append(self.said(titles.partner_title(key)))
        return found

    def post(self):
        if self.field("action") == "take-back":
            publishing.take_back()
            message = _("message_impact_taken_back", default="Nobody reads the page any more.")
            return self.lead_to(self.own_url, message)
        try:
            publishing.publish()
        except publishing.NotPublished as refused:
            self.problem = refused.args[0]
            self.request.response.setStatus(400)
            return self.template()
        message = _("message_impact_published", default="Published. Everybody can read it now.")
        return self.lead_to(self.url, message)


def _euros(text):
    """Return a rounded amount without cents."""
    return formatting.money(Decimal(text)).replace(",00", "")
