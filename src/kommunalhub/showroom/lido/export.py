"""@@lido.xml of a public exhibit, and of `showroom` for all of them: for museums and portals."""

from kommunalhub import _
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.caching.revision import is_public
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language
from kommunalhub.core.language import site_language
from kommunalhub.core.titles import type_title
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.lib.htmltext import text_of
from kommunalhub.partners.membership import get_partner
from kommunalhub.showroom import media
from kommunalhub.showroom import workflow
from kommunalhub.showroom.browser.structured import LICENCES
from kommunalhub.showroom.lido import rules
from kommunalhub.showroom.reading import TOPICS
from kommunalhub.showroom.visit.taking import public_address
from kommunalhub.showroom.vocabularies import KINDS
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView
from zExceptions import NotFound


PAGE = "@@lido.xml"
POSTER = _("label_exhibit_poster", default="Poster")
NAMES = "kommunalhub.showroom.licences"
PICTURE, SHOWN = "ExhibitPicture", "@@images/image/large"


class Lido(BrowserView):
    """What both have in common."""

    def __call__(self):
        found = rules.document(map(record_of, self.exhibits()), site_language())
        self.request.response.setHeader("Content-Type", "application/xml; charset=utf-8")
        return found

    def exhibits(self):
        raise NotImplementedError


class LidoOfOne(Lido):
    """Of an exhibit that everybody may see."""

    def exhibits(self):
        if not is_public(self.context):
            raise NotFound(PAGE)
        return [self.context]


class LidoOfAll(FromCatalog, Lido):
    """Of all that everybody may see, the newest first."""

    def exhibits(self):
        brains = catalog()(
            portal_type=workflow.TYPE,
            review_state=workflow.PUBLIC,
            sort_on="effective",
            sort_order="descending",
        )
        return (brain.getObject() for brain in brains)


def record_of(exhibit):
    """Return the rules.Record of an exhibit."""
    partner, topics = get_partner(kept(exhibit, "partner")), titles_of(TOPICS)
    words = (exhibit.Description(), text_of(exhibit.text.raw) if exhibit.text else "")
    about = [topics[one] for one in sorted(exhibit.topics or ()) if one in topics]
    found = media.media_of(exhibit)
    said = ((one, name) for one in found for name in ("measures", "material"))
    resources = [resource_of(one) for one in found]
    if exhibit.image is not None:
        resources.insert(0, resource_of(exhibit, POSTER))
    return rules.Record(
        id=IUUID(exhibit),
        address=public_address(exhibit),
        title=exhibit.Title(),
        kind=in_site_language(KINDS[exhibit.kind]),
        source=partner.title if partner else site().Title(),
        words="\n\n".join(part.strip() for part in words if part.strip()),
        place=(exhibit.place or "").strip(),
        topics=tuple(map(in_site_language, about)),
        measures=tuple(text for one, name in said if (text := (kept(one, name) or "").strip())),
        resources=tuple(resources),
    )


def resource_of(medium, kind=None):
    """Return the rules.Resource of a medium, or of the poster of an exhibit; a picture is shown."""
    licence, address = titles_of(NAMES).get(medium.licence), public_address(medium)
    return rules.Resource(
        id=medium.getId(),
        address=f"{address}/{SHOWN}" if kind or medium.portal_type == PICTURE else address,
        kind=in_site_language(kind or type_title(medium.portal_type)),
        words=(medium.alternative or "").strip(),
        credits=(medium.credits or "").strip(),
        licence=in_site_language(licence) if licence else "",
        terms=LICENCES.get(medium.licence, ""),
    )
