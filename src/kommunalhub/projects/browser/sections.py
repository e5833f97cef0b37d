"""Sections of the page of a project: its money; risks and decisions."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.projects import money
from kommunalhub.projects.book import schemas
from kommunalhub.projects.book import storage
from kommunalhub.projects.indexers import cases_of
from zope.i18n import translate


class MoneyShown:
    """How the money stands; mixin of a page."""

    @cached_property
    def money(self):
        uids = list(cases_of(self.context))
        return money.standing_of(self.context.budget, self.context.own_share, uids)

    def spent_and_granted(self):
        return money.parts(self.money.budget, self.money.live)

    def money_rows(self):
        """Return [(label, amount)] of how the money stands."""
        found, show = self.money, formatting.money
        rows = [
            (_("project_money_applied", default="Applied for"), show(found.live.planned)),
            (_("project_money_granted", default="Granted"), show(found.live.granted)),
            (_("project_money_drawn", default="of it received"), show(found.live.drawn)),
            (
                _("label_project_own_share", default="Own share of the partners"),
                show(found.own_share),
            ),
        ]
        if found.gap:
            rows.append((_("project_money_gap", default="Still to be funded"), show(found.gap)))
        return rows

    def budget(self):
        return formatting.money(self.money.budget)

    def sources(self):
        """Return what is shown of the cases that this person may see."""
        return [
            {
                "url": one.url,
                "title": one.title,
                "number": one.number,
                "state": one.state,
                "granted": formatting.money(one.money.granted),
                "drawn": formatting.money(one.money.drawn),
            }
            for one in self.money.sources
        ]


class RecordsShown:
    """Risks and decisions; mixin of a page that knows its `book`, `url` and `may_run`."""

    def risk_rows(self):
        titles = {
            name: translate(title, context=self.request) for name, title in schemas.LEVELS.items()
        }
        order = list(schemas.LEVELS)
        rows = sorted(
            self.book.rows(storage.RISK),
            key=lambda row: (
                bool(row["closed"]),
                -order.index(row["likelihood"]) - order.index(row["damage"]),
            ),
        )
        return [
            {
                **row,
                "id": storage.id_of(storage.RISK, row["number"]),
                "likelihood": titles[row["likelihood"]],
                "damage": titles[row["damage"]],
                "change": f"{self.url}/@@risiko/{row['number']}" if self.may_run else None,
            }
            for row in rows
        ]

    def decision_rows(self):
        rows = sorted(self.book.rows(storage.DECISION), key=lambda row: (row["day"], row["number"]))
        return [
            {
                **row,
                "id": storage.id_of(storage.DECISION, row["number"]),
                "day": formatting.day(row["day"]),
                "change": f"{self.url}/@@entscheidung/{row['number']}" if self.may_run else None,
            }
            for row in reversed(rows)
        ]
