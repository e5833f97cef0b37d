"""The verbs of areas: make one, change its facts, put its blocks in order."""

from kommunalhub import _
from kommunalhub.approvals.clock.settings import closing_notes
from kommunalhub.core import formatting
from kommunalhub.core import homeblocks as known
from kommunalhub.core.language import in_site_language
from kommunalhub.core.pictures.cuts import rules as cuts
from kommunalhub.core.pictures.cuts.interfaces import NOTHING_LEFT
from kommunalhub.core.sections import ensure_folder
from kommunalhub.editorial.areas import opening
from kommunalhub.editorial.areas import pictures
from kommunalhub.editorial.areas import rules
from kommunalhub.editorial.areas import storage
from kommunalhub.editorial.areas import words
from kommunalhub.lib.pictures import PictureRefused
from kommunalhub.partners.interfaces import IHasPartner
from kommunalhub.partners.interfaces import IPartnerArea
from kommunalhub.partners.localroles import stored_partner
from kommunalhub.partners.membership import get_partner
from zope.event import notify
from zope.interface import alsoProvides
from zope.lifecycleevent import ObjectModifiedEvent


LAYOUT = "hub-area"
FACTS = (
    *("introduction", "note", "week", "specials", "contacts", "links", "sign"),
    *("picture", "picture_text", "picture_decorative", *cuts.FIELDS, "crest"),
)
#: That a picture is taken away.
REMOVE = object()


class Wrong(ValueError):
    """What cannot be saved; `errors` is {field: translatable sentence}."""

    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


class Overtaken(ValueError):
    """Somebody else has changed the area in the meantime."""

    message = _(
        "error_area_overtaken",
        default="Somebody has changed this in the meantime. You see how it is now.",
    )


def ensure_area(portal, partner_id):
    """Return the area `partner/<partner_id>` in which the administration's editors write."""
    parent = ensure_folder(
        portal,
        "partner",
        in_site_language(_("section_partners", default="Partners")),
        in_site_language(
            _("section_partners_about", default="The administrations behind the hub.")
        ),
        state="public",
    )
    partner = get_partner(partner_id)
    area = ensure_folder(parent, partner_id, partner.title, state="public", layout=LAYOUT)
    if not IHasPartner.providedBy(area):
        alsoProvides(area, IHasPartner)
        area.partner = partner_id
        area.reindexObject()
        area.reindexObjectSecurity()
    give_home(area)
    return area


def give_home(area):
    """Let an area have the page with blocks; one that shows something of its own keeps that."""
    if IPartnerArea.providedBy(area):
        return False
    alsoProvides(area, IPartnerArea)
    if area.getProperty("layout", LAYOUT) in (LAYOUT, "hub-listing"):
        area.setLayout(LAYOUT)
    area.reindexObject(idxs=["object_provides"])
    return True


def partner_of_area(area):
    return get_partner(stored_partner(area))


def kinds():
    """Return {name: rules.Kind} of the blocks there are."""
    return {
        name: rules.Kind(name, kind.column, kind.order, kind.is_shown, kind.is_internal)
        for name, kind in known.kinds().items()
    }


def blocks_of(area):
    """Return all blocks of an area as Placed, in their order."""
    return rules.arranged(storage.area_of(area).blocks, kinds())


def hours_of(area):
    """Return the opening.Hours of an area, with the days on which the office is closed."""
    kept = storage.area_of(area)
    closed = closing_notes().get(stored_partner(area), {})
    return opening.Hours(kept.week, kept.specials, closed)


def standing_now(area):
    """Return (opening.Standing, sentence) of now, None where no hours are known."""
    hours = hours_of(area)
    if not hours:
        return None
    now = formatting.to_local(formatting.now())
    found = opening.standing(hours, now)
    return found, words.said(found, now.date())


def save(area, values, version=None):
    """Change the facts of an area that are named in `values`; what is the same stays untouched.

    values: of FACTS; pictures as bytes, or REMOVE. version: of the area that the person saw.
    Raises Wrong, Overtaken.
    """
    kept = storage.area_of(area)
    check_version(kept, version)
    values = dict(values)
    made, errors = make_pictures(values)
    cut = _cut_of(kept, made, values, errors)
    text = values.pop("picture_text", None)
    decorative = values.pop("picture_decorative", None)
    said = _text_of(kept, made, text, decorative, errors)
    if errors:
        raise Wrong(errors)
    changes = {name: value for name, value in values.items() if getattr(kept, name) != value}
    if not changes and not made and said is None and cut is None:
        return False
    kept = storage.ensured_area_of(area)
    for name, value in changes.items():
        setattr(kept, name, value)
    if "crest" in made:
        crest = made["crest"]
        kept.crest = None if crest is REMOVE else pictures.kept_crest(crest)
    if made.get("picture") is REMOVE:
        kept.picture = None
    elif "picture" in made:
        kept.picture = pictures.kept_picture(made["picture"].data, cut or cuts.WHOLE)
    elif cut is not None:
        whole = kept.picture.original.data
        kept.picture = pictures.kept_picture(whole, cut, kept.picture.text)
    if said is not None and kept.picture is not None:
        kept.picture.text = said
    _changed(area, kept)
    return True


def make_pictures(values):
    """Take the pictures out of values and return ({name: Made or REMOVE}, {name: error})."""
    made, errors = {}, {}
    for name in pictures.NAMES:
        sent = values.pop(name, None)
        if sent is REMOVE:
            made[name] = REMOVE
        elif sent is not None:
            try:
                made[name] = pictures.made(sent, name)
            except PictureRefused as refused:
                errors[name] = words.PICTURES[refused.reason]
    return made, errors


def _cut_of(kept, made, values, errors):
    """Take a cut out of values and return it where it is another one, else None; note errors."""
    sent = {name: values.pop(name) for name in cuts.FIELDS if name in values}
    is_new = made.get("picture") not in (None, REMOVE)
    before = kept.picture.cut if kept.picture is not None and not is_new else cuts.WHOLE
    cut = cuts.of_values(sent, before)
    for first, last in (("left", "right"), ("top", "bottom")):
        if not cuts.leaves_enough(getattr(cut, first), getattr(cut, last)):
            errors[f"cut_{last}"] = NOTHING_LEFT
    is_there = is_new or (kept.picture is not None and "picture" not in made)
    return cut if is_there and cut != before else None


def _text_of(kept, made, text, decorative, errors):
    """Return what the picture shall say, None where that stays; note errors at their fields."""
    has_picture = made.get("picture", kept.picture) not in (None, REMOVE)
    if "picture" in errors or not has_picture or (text is None and decorative is None):
        if has_picture and made.get("picture") is not None:
            errors["picture_text"] = words.PICTURE_TEXT
        return None
    text = " ".join((text or "").split())
    if text and decorative:
        errors["picture_decorative"] = words.PICTURE_BOTH
    elif not text and not decorative:
        errors["picture_text"] = words.PICTURE_TEXT
    same = kept.picture is not None and not made.get("picture") and kept.picture.text == text
    return None if same else text


def arrange(area, blocks, version=None):
    """Keep an order of blocks (Placed). Raises Overtaken."""
    kept = storage.area_of(area)
    check_version(kept, version)
    new = tuple(rules.arranged(blocks, kinds()))
    if new == tuple(blocks_of(area)):
        return False
    kept = storage.ensured_area_of(area)
    kept.blocks = new
    _changed(area, kept)
    return True


def check_version(kept, version):
    if version is not None and version != kept.version:
        raise Overtaken(Overtaken.message)


def _changed(area, kept):
    kept.version += 1
    notify(ObjectModifiedEvent(area))
