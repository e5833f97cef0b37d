"""`projekte`: all projects that this person may see, by field of the theme."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core import timeline
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.caching.revision import public_revision
from kommunalhub.core.charts import shortened
from kommunalhub.core.formatting import sort_key
from kommunalhub.core.language import in_site_language
from kommunalhub.core.tools import site
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.titles import short_title_of
from kommunalhub.projects import money
from kommunalhub.projects import picture
from kommunalhub.projects import said
from kommunalhub.projects import workflow
from kommunalhub.projects.book.operations import today
from kommunalhub.projects.portfolio import reading
from kommunalhub.projects.public.operations import cards_of
from kommunalhub.projects.public.shown import Shown
from Products.Five import BrowserView


#: How a state looks, see hub.css.
LOOKS = {
    workflow.IDEA: "free",
    workflow.PROPOSED: "wait",
    workflow.AGREED: "free",
    workflow.RUNNING: "partly",
    workflow.CHANGING: "wait",
    workflow.FINISHED: "done",
    workflow.STOPPED: "over",
}
#: What is drawn: what is over would push the rest aside.
DRAWN = (workflow.AGREED, workflow.RUNNING, workflow.CHANGING)
MOST_DRAWN = 30


class PortfolioView(FromCatalog, BrowserView):
    """From metadata alone; who is not signed in sees what has been made public."""

    @property
    def url(self):
        return self.context.absolute_url()

    @cached_property
    def today(self):
        return today()

    @cached_property
    def is_anonymous(self):
        return asking.is_anonymous()

    @cached_property
    def chosen(self):
        """The state to show alone, or None."""
        state = self.request.form.get("state")
        return state if state in workflow.STATES else None

    def states(self):
        """Return [{value, title, selected}] of all states."""
        return [
            {
                "value": state,
                "title": workflows.state_title(workflow.TYPE, state),
                "selected": state == self.chosen,
            }
            for state in workflow.STATES
        ]

    @cached_property
    def lines(self):
        return reading.lines((self.chosen,) if self.chosen else None)

    def public(self):
        """Return what is shown of the projects that are public, by name."""
        found = [Shown(id_, card) for id_, card in cards_of(self.context).items()]
        return sorted(found, key=lambda one: sort_key(one["title"]))

    def also_shows(self):
        return (public_revision(site()),)

    def may_add(self):
        return asking.may(workflow.ADD, self.context)

    def theme(self):
        return registry.read("kommunalhub.project_theme") or ""

    def groups(self):
        """Return [{title, rows}] by field of the theme."""
        titles = titles_of("kommunalhub.project_fields")
        other = _("project_field_other", default="Other fields")
        return [
            {"id": token or "andere", "title": title or other, "rows": list(map(self.row, found))}
            for token, title, found in reading.by_field(self.lines, titles)
        ]

    def row(self, line):
        """Return what is shown of a project."""
        spent, granted = money.parts(line.budget, line.money)
        following, found = line.following, line.progress(self.today)
        if following is None:
            following_text = ""
        else:
            mapping = {
                "id": following["id"],
                "title": following["title"],
                "day": formatting.day(following["planned"]),
            }
            following_text = _(
                "project_next_row", default="${id} ${title}, ${day}", mapping=mapping
            )
        return {
            "title": line.title,
            "url": line.url,
            "number": line.number,
            "lead": short_title_of(line.partner),
            "period": self.period(line),
            "look": "shut" if found.late and line.state in workflow.AT_WORK else LOOKS[line.state],
            "state": workflows.state_title(workflow.TYPE, line.state),
            "late": found.late if line.state in workflow.AT_WORK else 0,
            "reached": found.reached,
            "total": found.total,
            "following": following_text if line.state not in workflow.OVER else "",
            "spent": spent,
            "granted": granted,
            "drawn": formatting.money(line.money.drawn),
            "budget": formatting.money(line.budget),
        }

    def drawn(self):
        """Return the picture of the projects that are agreed or go on, "" without any."""
        shown = [one for one in self.lines if one.state in DRAWN and one.first and one.last]
        shown = shown[:MOST_DRAWN]
        if not shown:
            return ""
        text = "; ".join(map(self.told, shown))
        return timeline.tracks(
            in_site_language(_("portfolio_picture", default="Projects over time")),
            text,
            [self.track(one) for one in shown],
            self.today,
            in_site_language(said.TODAY),
            picture.months(),
            shortened,
            name="portfolio",
        )

    def told(self, line):
        """Return what the picture shows of a project, in words."""
        marks = ", ".join(
            f"{one['id']} {formatting.day(one['done'] or one['planned'])}"
            for one in line.milestones
            if not one["dropped"]
        )
        return f"{line.title}, {self.period(line)}: {marks}"

    def period(self, line):
        """Return from when to when a project goes, "" where nobody has said."""
        if line.first is None or line.last is None:
            return ""
        return f"{formatting.day(line.first)} – {formatting.day(line.last)}"

    def track(self, line):
        marks = [
            timeline.Mark(
                one["id"],
                one["done"] or one["planned"],
                timeline.DONE
                if one["done"]
                else timeline.NOW
                if one is line.following
                else timeline.PLANNED,
            )
            for one in line.milestones
            if not one["dropped"]
        ]
        return timeline.Track(line.title, line.first, line.last, tuple(marks))

    def total(self):
        """Return what all projects come to, as texts."""
        budget, own_share, found = reading.sums(self.lines)
        return {
            "budget": formatting.money(budget),
            "own_share": formatting.money(own_share),
            "granted": formatting.money(found.granted),
            "drawn": formatting.money(found.drawn),
        }
