"""The behaviour with which a page asks to be confirmed, and what may go wrong with that."""

from datetime import date
from kommunalhub import _
from kommunalhub.core.validation import FieldError
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from zope import schema
from zope.interface import invariant
from zope.interface import provider


#: Days that can be meant; others would be a slip, and calendars end somewhere.
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)
FIELDS = ("must_read", "must_read_due", "must_read_essential")


@provider(IFormFieldProvider)
class IMustRead(model.Schema):
    """Behaviour `kommunalhub.mustread`: those whom a page is for confirm that they have read it."""

    model.fieldset(
        "must_read",
        label=_("fieldset_must_read", default="Confirmation"),
        fields=list(FIELDS),
    )
    must_read = schema.Bool(
        title=_("label_must_read", default="Has to be read and confirmed"),
        description=_(
            "help_must_read",
            default="Once it is released, all whom this page is for are asked to confirm it, also "
            "who comes later. You see who has confirmed; all others see the numbers.",
        ),
        required=False,
        default=False,
    )
    must_read_due = schema.Date(
        title=_("label_must_read_due", default="Until when"),
        description=_(
            "help_must_read_due",
            default="The last day. Two working days before, those who have not confirmed are "
            "reminded once.",
        ),
        required=False,
        min=FIRST_DAY,
        max=LAST_DAY,
    )
    must_read_essential = schema.Bool(
        title=_("label_must_read_essential", default="This change is essential: ask all anew"),
        description=_(
            "help_must_read_essential",
            default="Then all confirm once more and see only what has changed. Without this mark "
            "confirmations stay valid, for mended words as an example.",
        ),
        required=False,
        default=False,
    )

    @invariant
    def has_a_day(data):
        if getattr(data, "must_read", None) is True and not getattr(data, "must_read_due", None):
            raise FieldError(
                _(
                    "error_must_read_due",
                    default="Please enter until when the page has to be confirmed.",
                ),
                "must_read_due",
            )


class MustReadError(Exception):
    """Something cannot be confirmed; args[0] is a translatable sentence."""


class NotAsked(MustReadError):
    """Who wants to confirm is not among those who are asked."""


class TextChanged(MustReadError):
    """What was read is not what the page says now."""
