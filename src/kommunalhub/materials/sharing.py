"""How a training material looks to other hubs: what its page says, without people and files."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.core.shareable import IShareable
from kommunalhub.core.tools import site
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.lib.exchange.cards import Content
from kommunalhub.materials import workflow
from kommunalhub.notices.address import link_to
from zope.interface import implementer


#: What a material itself says of its use, as other hubs call it (SPDX).
LICENCES = {
    "cc0": "CC0-1.0",
    "cc_by": "CC-BY-4.0",
    "cc_by_sa": "CC-BY-SA-4.0",
    "cc_by_nd": "CC-BY-ND-4.0",
    "cc_by_nc": "CC-BY-NC-4.0",
    "cc_by_nc_sa": "CC-BY-NC-SA-4.0",
    "cc_by_nc_nd": "CC-BY-NC-ND-4.0",
}


@implementer(IShareable)
class SharedMaterial:
    """What everybody of the house reads of it; what is kept for who takes part stays here."""

    kind = "material"
    states = (workflow.INTERNAL, workflow.PUBLIC)

    def fits(self, thing):
        return True

    def content(self, thing):
        audience, level = thing.audience, {thing.level} - {None}
        facts = (
            (_("label_material_topics", default="Topics"), "material_topics", thing.topics),
            (_("label_material_audience", default="Audience"), "material_audiences", audience),
            (_("label_material_level", default="Level"), "material_levels", level),
        )
        return Content(
            kind=self.kind,
            title=thing.Title(),
            url=link_to(site(), thing),
            changed=thing.modified().asdatetime(),
            summary=thing.Description(),
            html=thing.text.raw if thing.text is not None else "",
            facts=tuple(
                (in_site_language(label), chosen(vocabulary, values))
                for label, vocabulary, values in facts
                if values
            ),
            language=thing.material_language or "de",
            licence=LICENCES.get(thing.licence, ""),
        )


def chosen(vocabulary, values):
    """Return the titles of what was chosen of a pick list, as a text."""
    titles = titles_of(f"kommunalhub.{vocabulary}")
    return ", ".join(sorted(in_site_language(titles[value]) for value in values if value in titles))
