"""The sentences for what rules.py refuses, as constraints of the schemas' fields."""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.membership import host_partner


def is_number_of_persons(value) -> bool:
    if value < 1:
        raise FieldError(_("error_persons", default="Please enter at least one person."))
    return True


def has_weekdays(value) -> bool:
    if not value:
        raise FieldError(_("error_weekdays", default="Please choose at least one day of the week."))
    return True


def accepts_house_rules(value) -> bool:
    if not value:
        raise FieldError(
            _(
                "error_house_rules",
                default="Without the house rules we cannot give you a space. Please accept them.",
            )
        )
    return True


def accepts_privacy(value) -> bool:
    if not value:
        raise FieldError(
            _(
                "error_privacy",
                default="We can only decide on the application if we may read your data. "
                "Please agree.",
            )
        )
    return True


def is_host(value) -> bool:
    """Constraint: applications go to the administration that houses the space."""
    if value is not None and value != host_partner():
        raise FieldError(
            _(
                "error_not_host",
                default="The administration that houses the co-working space decides on this; "
                "please leave the field out.",
            )
        )
    return True


def too_many_persons(kind, room):
    """Return the sentence for a group that does not fit; room: how many persons would."""
    if not room:
        return _("error_no_space_of_kind", default="At present there is no space of this kind.")
    return _(
        "error_too_many_persons",
        default="${kind}: there is room for ${room} persons at most.",
        mapping={
            "kind": titles_of("kommunalhub.coworking_space_kinds").get(kind, kind),
            "room": room,
        },
    )
