"""„Wer macht was?“ on the home of an administration: a question, and whom to begin with."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.homeblocks import Block
from kommunalhub.editorial.people import finding
from kommunalhub.editorial.people import operations
from kommunalhub.editorial.people.browser.rows import dialled
from kommunalhub.partners.localroles import stored_partner
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class PositionsBlock(Block):
    """A field for a task, and the first positions: heads of the highest units first."""

    title = _("section_people", default="Who does what?")
    about = _(
        "block_positions_about",
        default="A field to ask for a task, and the first positions of the administration.",
    )
    order = 40
    rows = 5
    template = ViewPageTemplateFile("templates/block.pt")

    @property
    def directory_url(self):
        return f"{self.site_url}/{operations.FOLDER}"

    @cached_property
    def partner(self):
        return stored_partner(self.context)

    @cached_property
    def found(self):
        return finding.Positions().chosen({"partner": self.partner}, highest_first=True)

    def is_there(self):
        return bool(self.partner and self.found)

    def items(self):
        """Return [{title, url, name, task, phone, dialled}]."""
        return [
            {
                "title": one.title,
                "url": one.url,
                "name": one.person.name,
                "task": one.tasks[0] if one.tasks else "",
                "phone": one.facts["phone"],
                "dialled": dialled(one.facts["phone"]),
            }
            for one in self.found[: self.limit]
        ]

    def data(self):
        return [
            {"@id": one["url"], "title": one["title"], "phone": one["phone"] or None}
            for one in self.items()
        ]
