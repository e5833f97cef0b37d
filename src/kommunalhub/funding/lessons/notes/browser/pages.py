"""Pages of experience notes: one, all, those about a programme, that of a case."""

from functools import cached_property
from html import escape
from kommunalhub import _
from kommunalhub.approvals.answers.facts import fact_rows
from kommunalhub.approvals.answers.facts import Html
from kommunalhub.approvals.answers.facts import paragraphs
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.badges import badge_of
from kommunalhub.core.badges import badge_of_brain
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.tools import catalog
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.funding.applications.interfaces import ICasePart
from kommunalhub.funding.lessons.notes import operations
from kommunalhub.funding.lessons.notes import workflow
from kommunalhub.funding.lessons.notes.interfaces import IFundingLesson
from kommunalhub.funding.lessons.notes.interfaces import OUTCOMES
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
from zope.interface import implementer


PAGE_SIZE = 20
TOPICS, FUNDERS = "kommunalhub.funding_topics", "kommunalhub.funding_funders"
FACTS = (
    *("outcome", "applicant", "programme", "funder", "topics"),
    *("cost", "granted", "rate"),
)
#: What is told in whole sentences, under headings of its own.
TOLD = ("project", "helped", "delayed", "again", "pitfalls", "course")
LABELS = {
    "topic": _("filter_topic", default="Topic"),
    "funder": _("filter_funder", default="Funder"),
    "outcome": _("label_lesson_outcome", default="What came of it"),
}
INDEXES = {"topic": "funding_topics", "funder": "funding_funder", "outcome": "lesson_outcome"}


def row_of(brain):
    """Return what lists show of a note."""
    facts = brain.funding_facts or {}
    topics = titles_of(TOPICS)
    return {
        "url": brain.getURL(),
        "title": brain.Title,
        "about": facts.get("project"),
        "outcome": OUTCOMES.get(facts.get("outcome")),
        "look": {"granted": "ok", "denied": "late"}.get(facts.get("outcome"), ""),
        "funder": titles_of(FUNDERS).get(facts.get("funder")),
        "topics": [topics.get(token, token) for token in facts.get("topics", ())],
        "state": badge_of_brain(brain),
    }


class LessonView(BrowserView):
    """The page of a note."""

    def facts(self):
        formats = {"rate": formatting.percent, "programme": self.programme}
        rows = fact_rows(self.context, self.request, IFundingLesson, FACTS, formats)
        if self.context.programme_title and not self.context.programme:
            rows.append((IFundingLesson["programme"].title, self.context.programme_title))
        return rows

    def programme(self, uid):
        """Return a link to the programme, for who may see it."""
        brains = catalog()(portal_type="FundingProgramme", UID=uid)
        if not brains:
            return _("lesson_programme_gone", default="not in the catalogue any more")
        return Html(f'<a href="{escape(brains[0].getURL())}">{escape(brains[0].Title)}</a>')

    def told(self):
        """Return [{label, html}] of what is told in sentences."""
        return [
            {"label": IFundingLesson[name].title, "html": paragraphs(getattr(self.context, name))}
            for name in TOLD
            if getattr(self.context, name, None)
        ]

    def case(self):
        """Return {title, url} of the case, for who may see that case; nobody else learns of it."""
        case = operations.case_of(self.context)
        return {"title": case.title, "url": case.absolute_url()} if case is not None else None

    def kept(self):
        """Return what stays on purpose, for who writes or releases the note."""
        if operations.is_released(self.context):
            return []
        return [line for line in (self.context.kept or "").splitlines() if line.strip()]

    def edit_url(self):
        if asking.may("Modify portal content", self.context):
            return f"{self.context.absolute_url()}/edit"
        return None

    def state(self):
        return badge_of(workflow.TYPE, state_of(self.context))


class LessonListing(BrowserView):
    """`foerderung/erfahrungen`: all notes that who asks may see, filtered."""

    @cached_property
    def chosen(self):
        form = self.request.form
        return {
            name: form[name]
            for name in INDEXES
            if isinstance(form.get(name), str) and form[name] in self.choices(name)
        }

    def choices(self, name):
        """Return {token: title} of a filter."""
        if name == "outcome":
            return {
                token: translate(title, context=self.request) for token, title in OUTCOMES.items()
            }
        return titles_of({"topic": TOPICS, "funder": FUNDERS}[name])

    def selects(self):
        return [
            {
                "name": name,
                "label": LABELS[name],
                "options": [
                    {"value": token, "title": title, "selected": self.chosen.get(name) == token}
                    for token, title in self.choices(name).items()
                ],
            }
            for name in INDEXES
        ]

    @cached_property
    def brains(self):
        query = {INDEXES[name]: token for name, token in self.chosen.items()}
        return catalog()(
            portal_type=workflow.TYPE, sort_on="modified", sort_order="descending", **query
        )

    @property
    def url(self):
        return self.context.absolute_url()

    @property
    def total(self):
        return len(self.brains)

    @cached_property
    def batch(self):
        return batch_of(self.request, self.total, PAGE_SIZE, self.url, list(self.chosen.items()))

    def rows(self):
        return [row_of(brain) for brain in self.batch.cut(self.brains)]


class AboutProgramme(BrowserView):
    """`@@lessons-about` of a programme: what the administrations have learned with it."""

    page = ViewPageTemplateFile("templates/about.pt")

    def __call__(self):
        self.brains = operations.about(self.context.UID())
        return self.page() if self.brains else ""

    def rows(self):
        return [row_of(brain) for brain in self.brains[:PAGE_SIZE]]


@implementer(ICasePart)
class LessonOfCase(BrowserView):
    """The section of a case that is over: the way to its note, or the note."""

    order = 90
    id = "erfahrung"
    title = _("heading_lesson_of_case", default="Experience for others")
    page = ViewPageTemplateFile("templates/ofcase.pt")

    def html(self):
        return self.page() if self.note or self.form_url else ""

    @cached_property
    def made(self):
        return operations.lesson_of(self.context)

    @cached_property
    def note(self):
        """{title, url} of the note, for who may see it."""
        if self.made is None or not asking.may("View", self.made):
            return None
        return {"title": self.made.title, "url": self.made.absolute_url()}

    @cached_property
    def form_url(self):
        if self.made is None and operations.may_write(self.context):
            return f"{self.context.absolute_url()}/@@erfahrung"
        return None
