"""@@ergebnisse of the section: sums with charts and tables; @@ergebnisse.xlsx: the same."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.figures.browser import number
from kommunalhub.approvals.figures.reading import Chosen as ChosenFigures
from kommunalhub.approvals.figures.reading import Figures
from kommunalhub.core import asking
from kommunalhub.core import charts
from kommunalhub.core import formatting
from kommunalhub.core import workbook
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.titles import state_title
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.funding.results import publishing
from kommunalhub.funding.results import rules
from kommunalhub.funding.results import titles
from kommunalhub.funding.results.reading import Chosen
from kommunalhub.funding.results.reading import Results
from kommunalhub.funding.results.reading import TYPE
from kommunalhub.funding.results.sheets import sheets
from kommunalhub.partners.operations import partners_of
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zope.i18n import translate


#: They see the cases of all administrations.
OF_ALL = frozenset({"Consultant", "HubManager", "Manager"})
MONTHS = 24
THOUSAND = 1000

APPLIED = _("results_applied", default="applied for")
GRANTED = _("results_granted", default="granted")


class Chosing:
    """What page, download and service share: the filters of a request, unknown values left out."""

    @cached_property
    def results(self):
        return Results(self.chosen)

    @cached_property
    def chosen(self):
        every = Results().every
        year = self.sent("year")
        return Chosen(
            self.one_of("partner", {case.partner for case in every}),
            self.one_of("topic", titles_of("kommunalhub.funding_topics")),
            self.one_of("funder", {funder for case in every for funder in case.funders}),
            int(year) if year.isdecimal() and len(year) == 4 else None,
        )

    def sent(self, name):
        value = self.request.form.get(name)
        return value if isinstance(value, str) else ""

    def one_of(self, name, values):
        return self.sent(name) if self.sent(name) in values else ""


class ResultsPage(Chosing, OwnPage):
    """The page; the catalog alone decides which cases are counted."""

    template = ViewPageTemplateFile("templates/results.pt")
    list_title = _("heading_funding_results", default="Results")

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@ergebnisse"

    def said(self, message):
        return translate(message, context=self.request)

    def is_for_all(self):
        return bool(OF_ALL.intersection(asking.roles()))

    def may_publish(self):
        return asking.may(publishing.PERMISSION, self.context)

    def publish_url(self):
        return f"{self.context.absolute_url()}/@@ergebnisse-veroeffentlichen"

    def download_url(self):
        chosen = self.chosen
        query = {
            "partner": chosen.partner,
            "topic": chosen.topic,
            "funder": chosen.funder,
            "year": chosen.year,
        }
        return f"{self.url}.xlsx?{urlencode({k: v for k, v in query.items() if v})}"

    # What can be chosen.

    def selects(self):
        """Return the pick lists of the form as [{name, label, options}]."""
        every = self.results.every
        lists = (
            (
                "partner",
                _("label_partner", default="Administration"),
                rules.by_partner(every),
                titles.partner_title,
            ),
            (
                "topic",
                _("filter_topic", default="Topic"),
                rules.by_topic(every),
                titles.topic_title,
            ),
            (
                "funder",
                _("filter_funder", default="Funder"),
                rules.by_funder(every),
                titles.funder_title,
            ),
            ("year", _("label_year", default="Year"), rules.by_year(every), titles.year_title),
        )
        return [
            {"name": name, "label": label, "options": self.options(name, keys, title)}
            for name, label, keys, title in lists
            if len(keys) > 1 or getattr(self.chosen, name)
        ]

    def options(self, name, keys, title):
        chosen = getattr(self.chosen, name)
        found = [
            {"value": key, "title": self.said(title(key)), "selected": key == chosen}
            for key in keys
            if key != ""
        ]
        if name == "year":
            return found[::-1]
        return sorted(found, key=lambda option: option["title"].casefold())

    # What is shown.

    @cached_property
    def sums(self):
        return rules.sums(self.results.cases)

    def facts(self):
        """Return [(label, value)] of the sums of all."""
        found, money = self.sums, self.sums.money
        facts = [
            (_("results_cases", default="Projects with an application"), found.cases),
            (_("label_results_applied", default="Applied for"), formatting.money(money.applied)),
            (_("label_results_granted", default="Granted"), formatting.money(money.granted)),
            (_("label_results_drawn", default="Drawn"), formatting.money(money.drawn)),
            (_("label_results_paid_back", default="Paid back"), formatting.money(money.paid_back)),
        ]
        if found.success is not None:
            mapping = {
                "share": formatting.percent(found.success),
                "granted": found.granted_cases,
                "decided": found.decided,
            }
            text = _(
                "results_success",
                default="${share} (${granted} of ${decided} decided)",
                mapping=mapping,
            )
            facts.append((_("label_results_success", default="Success rate"), text))
        if found.per_own_euro is not None:
            text = formatting.money(found.per_own_euro)
            label = _("label_results_per_own", default="Granted for each euro of one's own")
            facts.append((label, text))
        return facts

    def tables(self):
        """Return [{id, title, head, rows, picture}] by administration, year, topic and funder."""
        cases = self.results.cases
        groups = (
            (
                "years",
                _("heading_results_years", default="By year"),
                _("label_year", default="Year"),
                rules.by_year(cases),
                titles.year_title,
            ),
            (
                "partners",
                _("heading_results_partners", default="By administration"),
                _("label_partner", default="Administration"),
                rules.by_partner(cases),
                titles.partner_title,
            ),
            (
                "topics",
                _("heading_results_topics", default="By topic"),
                _("filter_topic", default="Topic"),
                rules.by_topic(cases),
                titles.topic_title,
            ),
            (
                "funders",
                _("heading_results_funders", default="By funder"),
                _("filter_funder", default="Funder"),
                rules.by_funder(cases),
                titles.funder_title,
            ),
        )
        return [
            self.table(name, title, head, {self.said(words(key)): of for key, of in group.items()})
            for name, title, head, group, words in groups
            if group
        ]

    def table(self, name, title, head, groups):
        found = {key: rules.sums(of) for key, of in groups.items()}
        if name != "years":
            found = dict(sorted(found.items(), key=lambda item: -item[1].money.granted))
        return {
            "id": name,
            "title": title,
            "head": head,
            "rows": [row_of(key, one) for key, one in found.items()],
            "picture": self.picture(name, title, found),
        }

    def picture(self, name, title, found):
        """Return a chart (SVG); the table beside it says the same."""
        text = self.said(_("results_chart_text", default="The table beside it gives the numbers."))
        if name == "years":
            if len(found) < 2:
                return ""
            return charts.bars(
                title=self.said(
                    _("results_chart_years", default="Thousand euros by year, applied and granted")
                ),
                text=text,
                labels=list(found),
                series=[
                    (self.said(APPLIED), [thousands(one.money.applied) for one in found.values()]),
                    (self.said(GRANTED), [thousands(one.money.granted) for one in found.values()]),
                ],
            )
        if len(found) < 2:
            return ""
        mapping = {"what": self.said(title)}
        label = _("results_chart_granted", default="Granted money. ${what}", mapping=mapping)
        rows = [
            (key, float(one.money.granted), formatting.money(rules.rounded(one.money.granted)))
            for key, one in found.items()
        ]
        rows = [(key, value, said.replace(",00", "")) for key, value, said in rows]
        most = max(value for _key, value, _said in rows)
        return charts.lying_bars(self.said(label), text, rows, most, name=f"chart-{name}")

    def times(self):
        """Return [{state, count, median, mean}] of the steps, as the figures of the hub tell them.

        They tell nothing where too few people work on a step.
        """
        partner = self.chosen.partner
        own = partners_of()
        if not partner and not self.is_for_all():
            partner = own[0] if len(own) == 1 else ""
            if not partner:
                return []
        if partner and not self.is_for_all() and partner not in own:
            return []
        found = Figures(ChosenFigures(TYPE, partner, MONTHS)).times()
        return [
            {
                "state": state_title(TYPE, row["state"]),
                "count": row["times"].count,
                "median": number(row["times"].median),
                "mean": number(row["times"].mean),
            }
            for row in found
            if row["times"] is not None
        ]


class ResultsDownload(Chosing, OwnPage):
    """The workbook: sums by each of the four, and the cases."""

    def template(self):
        data = workbook.workbook_of(
            sheets(self.results, lambda message: translate(message, context=self.request))
        )
        day = formatting.to_local(formatting.now()).date().isoformat()
        return workbook.answer(self.request.response, data, f"ergebnisse-{day}")


def row_of(title, found):
    """Return a row of a table, with texts."""
    return {
        "title": title,
        "cases": found.cases,
        **{name: formatting.money(getattr(found.money, name)) for name in rules.NAMES},
        "success": "–" if found.success is None else formatting.percent(found.success),
    }


def thousands(amount):
    return int(rules.rounded(amount) / THOUSAND)
