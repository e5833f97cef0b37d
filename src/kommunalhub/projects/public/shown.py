"""A card as people read it."""

from datetime import datetime
from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.answers.facts import paragraphs
from kommunalhub.core import formatting
from kommunalhub.core.tools import catalog
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.titles import short_title_of
from kommunalhub.projects import picture
from kommunalhub.projects import rules
from kommunalhub.projects import said
from kommunalhub.projects.book.operations import today


def rows_of(card):
    """Return the milestones of a card as the rules want them."""
    return [
        {
            **one,
            "dropped": "",
            "earlier": ({"planned": one["before"]},) if one["before"] else (),
        }
        for one in card["milestones"]
    ]


class Shown:
    """What a page shows of one card."""

    def __init__(self, id_, card):
        self.id = id_
        self.card = card
        self.rows = rows_of(card)

    def __getitem__(self, name):
        """Return a text of the card."""
        return self.card[name]

    def paragraphs(self, name):
        """Return a text as Html that keeps its line breaks."""
        return paragraphs(self.card[name])

    @property
    def fields(self):
        titles = titles_of("kommunalhub.project_fields")
        return [titles.get(one, one) for one in self.card["theme_fields"]]

    @property
    def lead(self):
        return ", ".join(map(short_title_of, self.card["partners"][:1]))

    @property
    def others(self):
        return ", ".join(map(short_title_of, self.card["partners"][1:]))

    @property
    def words(self):
        """Where the project stands, as sentences for everybody."""
        found = [said.IN_WORDS[self.card["state"]]]
        if not self.rows:
            return found
        goes_on = self.card["state"] in said.GOES_ON
        following = rules.next_of(self.rows) if goes_on else None
        progress = rules.progress(self.rows, today())
        return [*found, *said.progress(progress, following)[: 2 if goes_on else 1]]

    @property
    def period(self):
        mapping = {
            "first": formatting.day(self.card["start"]),
            "last": formatting.day(self.card["end"]),
        }
        return _("project_public_period", default="${first} to ${last}", mapping=mapping)

    def drawn(self):
        """Return the picture of the milestones, "" without any."""
        if not self.rows or not self.card["start"] or not self.card["end"]:
            return ""
        return picture.drawn(self.rows, self.card["start"], self.card["end"], today())

    def milestones(self):
        found = []
        for row in self.rows:
            look, standing = said.standing(row, today())
            before = row["before"]
            found.append(
                {
                    "title": f"M{row['number']} · {row['title']}",
                    "day": formatting.day(row["planned"]),
                    "before": formatting.day(before) if before else "",
                    "look": look,
                    "standing": standing,
                }
            )
        return found

    @cached_property
    def _beside(self):
        """[(brain, whether it is a date to come)] of what belongs to it and who asks may see."""
        uids, now = list(self.card["related"]), formatting.now()
        brains = catalog()(UID=uids) if uids else ()
        return [(brain, isinstance(brain.end, datetime) and brain.end >= now) for brain in brains]

    def dates(self):
        """Return the dates to come at which citizens take part, as [{title, url, when}]."""
        found = sorted((brain for brain, comes in self._beside if comes), key=lambda one: one.start)
        return [
            {"title": brain.Title, "url": brain.getURL(), "when": formatting.moment(brain.start)}
            for brain in found
        ]

    def related(self):
        """Return what else belongs to it, as [{title, url}]."""
        found = [brain for brain, comes in self._beside if not comes]
        return [{"title": brain.Title, "url": brain.getURL()} for brain in found]
