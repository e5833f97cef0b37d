"""The behaviour with which an author allows comments, and what may go wrong."""

from kommunalhub import _
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from zope import schema
from zope.interface import provider


FIELDS = ("talk_allowed",)


@provider(IFormFieldProvider)
class ITalk(model.Schema):
    """Behaviour `kommunalhub.talk`: colleagues comment on a page, and find it helpful."""

    model.fieldset("audience", fields=list(FIELDS))
    talk_allowed = schema.Bool(
        title=_("label_talk_allowed", default="Colleagues may comment"),
        description=_(
            "help_talk_allowed",
            default="Also on a public page only those who work here see and write comments. You "
            "take down what does not belong there.",
        ),
        required=False,
        default=False,
    )


class TalkError(Exception):
    """Something cannot be said; args[0] is a translatable sentence, `status` that of HTTP."""

    status = 403


class TextWrong(TalkError):
    """What was written is missing, too long or too much."""

    status = 400


class Hasty(TalkError):
    """Too much in too short a time."""

    status = 429


class NoSuchComment(TalkError):
    """There is no such comment for this person."""

    status = 404
