"""The page of a project for its partners: where it stands, money, plan, agreement."""

from functools import cached_property
from hashlib import sha256
from kommunalhub import _
from kommunalhub.approvals.answers.facts import Html
from kommunalhub.approvals.browser.case import CaseView
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.persons import name_of
from kommunalhub.partners.people.visible import is_visible
from kommunalhub.partners.titles import short_title_of
from kommunalhub.projects import attention
from kommunalhub.projects import months
from kommunalhub.projects import picture
from kommunalhub.projects import rules
from kommunalhub.projects import said
from kommunalhub.projects import settings
from kommunalhub.projects import workflow
from kommunalhub.projects.book import operations
from kommunalhub.projects.book import schemas
from kommunalhub.projects.book import storage
from kommunalhub.projects.browser.folding import CLOSED
from kommunalhub.projects.browser.folding import NARROW
from kommunalhub.projects.browser.folding import number_of
from kommunalhub.projects.browser.folding import open_of
from kommunalhub.projects.browser.folding import Section
from kommunalhub.projects.browser.folding import shown
from kommunalhub.projects.browser.sections import MoneyShown
from kommunalhub.projects.browser.sections import RecordsShown
from kommunalhub.projects.indexers import row_of
from kommunalhub.projects.interfaces import IProject
from kommunalhub.projects.partnership import partners_of
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getMultiAdapter
from zope.i18n import translate


CHANGES = _("heading_project_changes", default="Changes of what was agreed")
PLAN = _("heading_project_plan", default="Where the project stands")
REPORTS = _("heading_project_reports", default="Reports")
PUBLIC = _("heading_project_public", default="Public page")
LESSONS = _("heading_project_lessons", default="What we have learned")
MONEY = _("heading_project_money", default="Money")
TASKS = _("heading_project_tasks", default="Tasks")
RISKS = _("heading_project_risks", default="Risks")
DECISIONS = _("heading_project_decisions", default="Decisions")
ABOUT = _("fieldset_project_about", default="What it is about")
WHO = _("fieldset_project_partners", default="Lead and partners")
CITIZENS = _("fieldset_project_citizens", default="For citizens")
STORY = _("heading_story", default="What happened")


class ProjectView(MoneyShown, RecordsShown, CaseView):
    """Sections, each from a template of its own."""

    folds_story = True
    plan_template = ViewPageTemplateFile("templates/plan.pt")
    money_template = ViewPageTemplateFile("templates/money.pt")
    tasks_template = ViewPageTemplateFile("templates/tasks.pt")
    risks_template = ViewPageTemplateFile("templates/risks.pt")
    decisions_template = ViewPageTemplateFile("templates/decisions.pt")
    facts_template = ViewPageTemplateFile("templates/facts.pt")

    def fingerprint(self):
        """Return a hash over all that this page depends on: the money comes from other cases."""
        parts = (super().fingerprint(), repr(self.money), str(self.book.writes))
        return sha256("\n".join(parts).encode()).hexdigest()

    @cached_property
    def book(self):
        return storage.book_of(self.context)

    @cached_property
    def today(self):
        return operations.today()

    @property
    def url(self):
        return self.context.absolute_url()

    @cached_property
    def may_run(self):
        return asking.may(workflow.RUN, self.context)

    def part(self, name):
        """Return a view that shows a part of the page."""
        return getMultiAdapter((self.context, self.request), name=name)

    def changes(self, waits):
        """Return the part about changes where one waits for consent, or where none does."""
        if (self.book.change is not None) != waits:
            return []
        count = None if waits else number_of(self.book.changes)
        folds = None if waits else NARROW
        return [Section("aenderungen", CHANGES, self.part("project-changes"), folds, count)]

    @cached_property
    def above(self):
        """What stands before what is said and asked, as [{id, title, html}]."""
        return shown(
            *self.changes(waits=True),
            Section("etappen", PLAN, self.plan_template, None),
            Section(
                *("berichte", REPORTS, self.part("project-reports")),
                count=number_of(self.book.reports),
            ),
            Section("geld", MONEY, self.money_template, count=self.budget()),
            Section("worum", ABOUT, lambda: self.listed(self.about())),
        )

    def first_sections(self):
        return self.above

    def jumps(self):
        """Return what the top of the page leads to; of a short page nothing."""
        story = {"id": "verlauf", "title": STORY, "count": number_of(self.story())}
        return [*self.above, *self.below, *([story] if self.is_involved else [])]

    @cached_property
    def tasks(self):
        """While it runs: what its lead, or who sees to it, has to do about now."""
        if self.case.state != workflow.RUNNING:
            return []
        return [*self.task_due(), *self.report_due()]

    def task_due(self):
        """Return what is to be reported first, as a task; nothing before it is due."""
        lead = partners_of(self.context)[:1]
        found = []
        for kind in operations.TIMED:
            for row in filter(rules.is_open, self.book.rows(kind)):
                is_own = operations.is_mine(row)
                if self.may_run and not is_own:
                    is_own = row["partner"] in lead
                elif not is_own:
                    continue
                if attention.is_due(row_of(kind, row), is_own, self.today):
                    found.append((row["planned"], kind, row))
        if not found:
            return []
        _planned, kind, row = min(found, key=lambda one: one[:2])
        reached = "etappe-erreicht" if kind == storage.MILESTONE else "aufgabe-erledigt"
        mapping = {
            "id": storage.id_of(kind, row["number"]),
            "title": row["title"],
            "day": formatting.day(row["planned"]),
        }
        return [
            {
                "text": _(
                    "project_task_next", default="Next: ${id} ${title}, by ${day}.", mapping=mapping
                ),
                "verb": _("project_task_report", default="Report it as done"),
                "url": f"{self.url}/@@{reached}/{row['number']}",
            }
        ]

    def report_due(self):
        """Return the newest report that is missing, as a task of the lead."""
        if not self.may_run:
            return []
        missing = attention.report_missing(self.case.extra, self.today, settings.report_day())
        if not missing:
            return []
        mapping = {"month": formatting.month(months.first_of(missing[-1]))}
        return [
            {
                "text": _(
                    "project_task_report_missing",
                    default="The report of ${month} is missing.",
                    mapping=mapping,
                ),
                "verb": _("project_task_write_report", default="Write the report"),
                "url": f"{self.url}/@@monatsbericht/{missing[-1]}",
            }
        ]

    @cached_property
    def below(self):
        """What stands after it; what is empty is shown to who may fill it."""
        public = self.case.state in workflow.TOLD
        return shown(
            Section(
                *("aufgaben", TASKS, self.filled(storage.TASK, self.tasks_template)),
                count=open_of([rules.is_open(row) for row in self.book.rows(storage.TASK)]),
            ),
            Section(
                *("risiken", RISKS, self.filled(storage.RISK, self.risks_template)),
                count=open_of([not row["closed"] for row in self.book.rows(storage.RISK)]),
            ),
            Section(
                *("entscheidungen", DECISIONS),
                self.filled(storage.DECISION, self.decisions_template),
                *(CLOSED, number_of(self.book.rows(storage.DECISION))),
            ),
            *self.changes(waits=False),
            Section("gelernt", LESSONS, self.part("project-lessons")),
            Section(
                *("beteiligte", WHO, self.part("project-parties")),
                count=number_of(partners_of(self.context)),
            ),
            Section("fuer-alle", CITIZENS, lambda: self.listed(self.for_citizens()), CLOSED),
            Section("oeffentlich", PUBLIC, self.part("project-public") if public else str),
        )

    def talk_sections(self):
        return self.below

    def filled(self, kind, template):
        """Return the template of a kind of records; of what is empty, for who may fill it alone."""
        return template if self.may_run or self.book.rows(kind) else str

    def listed(self, rows):
        """Return [(label, value)] as a list, "" of none."""
        self.listed_rows = rows
        return self.facts_template() if rows else ""

    def about(self):
        return self.rows(IProject, ["goal", "theme_fields", "start", "end", "related"])

    def for_citizens(self):
        names = ("gain", "take_part", "contact_name", "contact_email", "contact_phone", "survey")
        return self.rows(IProject, list(names))

    # Where it stands

    @cached_property
    def milestones(self):
        return self.book.rows(storage.MILESTONE)

    def sentences(self):
        found = rules.progress(self.milestones, self.today)
        return said.progress(found, rules.next_of(self.milestones))

    def drawn(self):
        if not self.milestones or not self.context.start or not self.context.end:
            return ""
        return Html(
            picture.drawn(self.milestones, self.context.start, self.context.end, self.today)
        )

    def milestone_rows(self):
        return [
            self.timed(storage.MILESTONE, row, "etappe") for row in rules.in_order(self.milestones)
        ]

    def task_rows(self):
        rows = rules.in_order(self.book.rows(storage.TASK))
        rows.sort(key=lambda row: not rules.is_open(row))
        return [self.timed(storage.TASK, row, "aufgabe") for row in rows]

    def timed(self, kind, row, name):
        """Return what is shown of a milestone or task."""
        done = said.REACHED if kind == storage.MILESTONE else said.DONE
        look, standing = said.standing(row, self.today, done)
        is_open, number = rules.is_open(row), row["number"]
        reached = "erreicht" if kind == storage.MILESTONE else "erledigt"
        reports = is_open and operations.may_report(self.context, row)
        return {
            "id": storage.id_of(kind, number),
            "title": row["title"],
            "about": row["about"],
            "day": formatting.day(row["planned"]),
            "earlier": [formatting.day(one["planned"]) for one in row["earlier"]],
            "look": look,
            "standing": standing,
            "why": row["why_late"]
            or row["dropped"]
            or (row["earlier"][-1]["why"] if row["earlier"] else ""),
            "who": self.who(row),
            "mine": is_open and operations.is_mine(row),
            "report": f"{self.url}/@@{name}-{reached}/{number}" if reports else None,
            "change": f"{self.url}/@@{name}/{number}" if is_open and self.may_run else None,
        }

    def who(self, row):
        """Return who sees to something: a person only to who may find them."""
        partner = short_title_of(row["partner"])
        if row["person"] and is_visible(row["person"]):
            return f"{name_of(row['person'])}, {partner}"
        if row["person"]:
            return partner
        function = translate(schemas.FUNCTIONS[row["function"]], context=self.request)
        return f"{partner}, {function}"
