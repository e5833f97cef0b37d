"""What is done with partners: add, change, remove, and file an object under one."""

from Acquisition import aq_base
from Acquisition import aq_parent
from kommunalhub import _
from kommunalhub.lib import addresses
from kommunalhub.lib import colours
from kommunalhub.partners import groups
from kommunalhub.partners import rules
from kommunalhub.partners.interfaces import IHasPartner
from kommunalhub.partners.interfaces import IPartner
from kommunalhub.partners.interfaces import PartnerAddedEvent
from kommunalhub.partners.interfaces import PartnerInUse
from kommunalhub.partners.interfaces import PartnerInvalid
from kommunalhub.partners.interfaces import PartnerModifiedEvent
from kommunalhub.partners.interfaces import PartnerRemovedEvent
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import host_partner
from kommunalhub.partners.membership import operator_partner
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.membership import partners_of
from kommunalhub.partners.membership import records
from kommunalhub.partners.rolecache import forget_roles
from plone import api
from zope.event import notify
from zope.interface import alsoProvides
from zope.schema.interfaces import ValidationError


__all__ = [
    "add_partner",
    "count_cases",
    "get_partner",
    "give_partner",
    "host_partner",
    "operator_partner",
    "partner_ids",
    "partners_of",
    "removal_refusal",
    "remove_partner",
    "update_partner",
]

ID_ERRORS = {
    "form": _(
        "error_partner_id_form",
        default="Please use small letters a to z, digits and single hyphens, e.g. „heiligenhafen“.",
    ),
    "length": _("error_partner_id_length", default="Please use 2 to 30 characters."),
    "reserved": _("error_partner_id_reserved", default="This id is reserved. Choose another one."),
}
COLOUR_ERRORS = {
    "form": _("error_partner_colour_form", default="Please write the colour as #rrggbb."),
    "contrast": _(
        "error_partner_colour_contrast",
        default="White writing cannot be read on this colour. Please choose a darker one.",
    ),
}


def add_partner(partner_id, /, **fields):
    """Register a partner and make its groups; domains make its folders on IPartnerAddedEvent.

    Raises PartnerInvalid with a sentence for each wrong field (the id's is at "id").
    """
    defaults = {name: field.default for name, field in IPartner.namesAndDescriptions()}
    values = defaults | _tidy(fields)
    errors = field_errors(values)
    error = id_error(partner_id)
    if error:
        errors["id"] = error
    if errors:
        raise PartnerInvalid(errors)
    record = records().add(partner_id)
    for name in IPartner.names():
        setattr(record, name, values[name])
    groups.ensure_groups_of(get_partner(partner_id))
    notify(PartnerAddedEvent(partner_id))


def update_partner(partner_id, /, **fields):
    """Change some fields of a partner; its groups follow a new name.

    Raises KeyError for an unknown partner, PartnerInvalid for wrong fields.
    """
    record = records()[partner_id]
    fields = _tidy(fields)
    errors = field_errors(fields)
    if errors:
        raise PartnerInvalid(errors)
    for name, value in fields.items():
        setattr(record, name, value)
    groups.ensure_groups_of(get_partner(partner_id))
    notify(PartnerModifiedEvent(partner_id))


def remove_partner(partner_id):
    """Take a partner away that no case belongs to, with its groups and empty folders.

    Raises KeyError for an unknown partner, PartnerInUse with the reason otherwise.
    """
    refusal = removal_refusal(partner_id)
    if refusal is not None:
        raise refusal
    _remove_folders(partner_id)
    del records()[partner_id]
    groups.remove_groups_of(partner_id)
    notify(PartnerRemovedEvent(partner_id))


def _remove_folders(partner_id):
    """Delete the folders that lend this partner to others; they hold nothing but folders."""
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(partner=partner_id, sort_on="path"):
        folder = api.portal.get().unrestrictedTraverse(brain.getPath(), None)
        if folder is not None and IHasPartner.providedBy(folder):
            aq_parent(folder).manage_delObjects([folder.getId()])


def removal_refusal(partner_id):
    """Return None if a partner may go, else a PartnerInUse; raises KeyError for an unknown one."""
    partner = get_partner(partner_id)
    if partner is None:
        raise KeyError(partner_id)
    if partner_id in (host_partner(), operator_partner()):
        message = _(
            "error_partner_runs_hub",
            default="${title} houses or runs the hub and cannot be removed.",
            mapping={"title": partner.title},
        )
        return PartnerInUse(message)
    count = count_cases(partner_id)
    return PartnerInUse(in_use_message(partner.title, count), count) if count else None


def in_use_message(title, count):
    """Return the sentence that says why a partner with cases stays."""
    if count == 1:
        return _(
            "error_partner_in_use_one",
            default="${title} cannot be removed: 1 case or page still belongs to it.",
            mapping={"title": title},
        )
    return _(
        "error_partner_in_use",
        default="${title} cannot be removed: ${count} cases and pages still belong to it.",
        mapping={"title": title, "count": count},
    )


def count_cases(partner_id):
    """Return how many cases and pages belong to a partner.

    Its folders do not count, nor do the files of a case. Drafts that the person cannot see do.
    """
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(partner=partner_id)
    paths = {brain.getPath() for brain in brains if brain.portal_type != "Folder"}
    return sum(1 for path in paths if path.rpartition("/")[0] not in paths)


def give_partner(obj, partner_id):
    """File an object (or a folder that lends its partner to what it holds) under a partner."""
    if not IHasPartner.providedBy(obj):
        alsoProvides(obj, IHasPartner)
    obj.partner = partner_id
    forget_roles()
    obj.reindexObject()
    reindex_children(obj)


def reindex_children(obj):
    """Let the catalog know what follows for children from the partner of `obj`.

    Only those are woken whose entry tells another partner. What holds nothing, as all that is new,
    is not asked for: the question would index it at once, and the end of the transaction again.
    """
    if not getattr(aq_base(obj), "objectCount", int)():
        return
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(obj.getPhysicalPath())
    for brain in catalog.unrestrictedSearchResults(path=path):
        if brain.getPath() != path and brain.partner != obj.partner:
            brain._unrestrictedGetObject().reindexObject(idxs=["partner", "allowedRolesAndUsers"])


def _tidy(fields):
    """Return the fields with blanks around texts cut; what is empty then is not there at all."""
    return {
        name: (value.strip() or None) if isinstance(value, str) else value
        for name, value in fields.items()
    }


def id_error(partner_id):
    """Return None, or a translatable sentence that says why no new partner can have this id."""
    error = rules.id_error(partner_id if isinstance(partner_id, str) else "")
    if error:
        return ID_ERRORS[error]
    if partner_id in partner_ids():
        return _("error_partner_id_exists", default="There is an administration with this id.")
    taken = groups.taken_names(partner_id)
    if taken:
        return _(
            "error_partner_id_taken",
            default="The name „${name}“ is in use for a person or group. Choose another id.",
            mapping={"name": taken[0]},
        )
    return None


def field_errors(fields):
    """Return {field name: translatable sentence} for wrong values."""
    errors = {}
    for name, value in fields.items():
        if name not in IPartner:
            errors[name] = _("error_partner_unknown_field", default="There is no such field.")
            continue
        try:
            IPartner[name].validate(value)
        except ValidationError as error:
            errors[name] = error.doc()
    colour, email = fields.get("colour"), fields.get("email")
    if colour and "colour" not in errors and colours.writing_error(colour):
        errors["colour"] = COLOUR_ERRORS[colours.writing_error(colour)]
    if email and "email" not in errors and not addresses.is_email(email):
        errors["email"] = _("error_partner_email", default="This is not an e-mail address.")
    return errors
