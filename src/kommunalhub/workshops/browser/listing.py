"""The list of the materials: what is released, by topic, audience, level and kind of file.

One catalog query, rows from metadata alone.
"""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.core import formatting
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.membership import get_partner
from kommunalhub.workshops import workflow
from kommunalhub.workshops.browser.kinds import kind_title
from kommunalhub.workshops.browser.kinds import size_text
from kommunalhub.workshops.browser.kinds import TITLES
from plone import api
from Products.Five import BrowserView


SIZE = 20
IN_WORK_SHOWN = 10

#: Name in the address -> index, pick list, label.
FILTERS = {
    "thema": ("material_topics", "material_topics", _("filter_topic", default="Topic")),
    "zielgruppe": (
        "material_audience",
        "material_audiences",
        _("filter_audience", default="Audience"),
    ),
    "niveau": ("material_level", "material_levels", _("filter_level", default="Level")),
    "art": ("file_kind", None, _("filter_kind", default="Kind")),
}


class MaterialsView(BrowserView):
    """`materialien`: the list with its filters."""

    @property
    def url(self):
        return self.context.absolute_url()

    @property
    def path(self):
        return "/".join(self.context.getPhysicalPath())

    def titles(self, name):
        """Return {token: title} of what a filter offers."""
        pick_list = FILTERS[name][1]
        return titles_of(f"kommunalhub.{pick_list}") if pick_list else TITLES

    @cached_property
    def chosen(self):
        """{filter: token} of this request; unknown values are left out."""
        form = self.request.form
        return {name: form[name] for name in FILTERS if form.get(name) in self.titles(name)}

    def filters(self):
        """Return [{name, label, options: [{value, title, selected}]}]."""
        return [
            {
                "name": name,
                "label": label,
                "options": [
                    {"value": token, "title": title, "selected": token == self.chosen.get(name)}
                    for token, title in self.titles(name).items()
                ],
            }
            for name, (_index, _list, label) in FILTERS.items()
        ]

    @cached_property
    def found(self):
        """Brains of the released materials that this person may read, last changed first."""
        query = {FILTERS[name][0]: token for name, token in self.chosen.items()}
        return api.portal.get_tool("portal_catalog")(
            portal_type="WorkshopMaterial",
            review_state=workflow.RELEASED,
            path=self.path,
            sort_on="modified",
            sort_order="descending",
            **query,
        )

    @cached_property
    def batch(self):
        return batch_of(self.request, len(self.found), SIZE, self.url, list(self.chosen.items()))

    def rows(self):
        return [self.row(brain) for brain in self.batch.cut(self.found)]

    def in_work(self):
        """Return rows of what this person or their administration still works on."""
        if api.user.is_anonymous():
            return []
        brains = api.portal.get_tool("portal_catalog")(
            portal_type="WorkshopMaterial",
            review_state=workflow.IN_WORK,
            path=self.path,
            sort_on="modified",
            sort_order="descending",
            sort_limit=IN_WORK_SHOWN,
        )
        return [self.row(brain) for brain in brains[:IN_WORK_SHOWN]]

    def row(self, brain):
        """Return what the list shows of a material; state only where it is not public."""
        partner = get_partner(brain.partner)
        topics, levels = self.titles("thema"), self.titles("niveau")
        return {
            "title": brain.Title,
            "url": brain.getURL(),
            "text": brain.Description,
            "topics": [topics.get(token, token) for token in brain.material_topics or ()],
            "level": levels.get(brain.material_level),
            "kind": kind_title(brain.file_kind),
            "size": size_text(brain.file_size),
            "partner": partner.short_title if partner is not None else "",
            "day": formatting.day(brain.modified.asdatetime()),
            "is_revision": bool((brain.case_extra or {}).get("revision")),
            "state": (
                None
                if brain.review_state == workflow.PUBLIC
                else workflows.state_title(brain.portal_type, brain.review_state)
            ),
        }

    def may_add(self):
        return api.user.has_permission(workflow.ADD_MATERIAL, obj=self.context)

    def submit_url(self):
        return f"{api.portal.get().absolute_url()}/@@unterlage-einreichen"
