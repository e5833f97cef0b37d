"""The variants of a page, asked from the catalog, and what its folders promise."""

from kommunalhub.approvals.pages import PUBLIC
from kommunalhub.approvals.pages import RELEASED
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core.kept import kept
from kommunalhub.core.tools import catalog
from kommunalhub.editorial.variants import rules
from kommunalhub.partners.localroles import partner_of
from plone.uuid.interfaces import IUUID


def kind_of(page):
    """Return the kind of variant that a page is, None for one of its own."""
    return kept(page, "variant_kind") if kept(page, "variant_of") else None


def language_of(page):
    """Return the language tag of the text of a page, None where it is that of the site."""
    return rules.language_of(kind_of(page))


def variants_of(page):
    """Return the Variants that may be shown with a page, itself among them; [] for none.

    Asked is with the rights of who looks.
    """
    uid = IUUID(page)
    root = kept(page, "variant_of") or uid
    brains = list(catalog()(variant_of=root))
    if root != uid:
        brains += catalog()(UID=root)
    return rules.shown(_own(page), [_variant(brain) for brain in brains], PUBLIC, set(RELEASED))


def others_of(page_uid, kind):
    """Return the UIDs of the pages that are that kind of variant of a page, as one may see."""
    return [brain.UID for brain in catalog()(variant_of=page_uid) if brain.variant_kind == kind]


def has_variants(page_uid):
    """Return whether pages belong to a page, as one may see."""
    return bool(catalog()(variant_of=page_uid))


def missing_of(page):
    """Return the kinds that the folders promise and that are not there for its readers."""
    promised = promised_of(page)
    if not promised or kind_of(page):
        return []
    return rules.missing(promised, {one.kind for one in variants_of(page)})


def promised_of(page):
    """Return the kinds that the nearest folder promises which says anything."""
    for around in page.aq_chain[1:]:
        found = kept(around, "promised_variants")
        if found:
            return found
    return ()


def _own(page):
    return rules.Variant(
        kind_of(page) or rules.STANDARD,
        IUUID(page),
        page.absolute_url(),
        page.Title(),
        state_of(page),
        partner_of(page),
    )


def _variant(brain):
    return rules.Variant(
        brain.variant_kind or rules.STANDARD,
        brain.UID,
        brain.getURL(),
        brain.Title,
        brain.review_state,
        brain.partner or None,
    )
