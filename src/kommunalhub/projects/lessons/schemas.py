"""What is asked at the end of a project."""

from kommunalhub import _
from zope import schema
from zope.interface import Interface


MOST = 3000


class ILessons(Interface):
    """What was learned."""

    worked = schema.Text(
        title=_("label_lessons_worked", default="What worked well"), max_length=MOST
    )
    went_wrong = schema.Text(
        title=_("label_lessons_wrong", default="What did not"), max_length=MOST
    )
    again = schema.Text(
        title=_("label_lessons_again", default="What we would do again"), max_length=MOST
    )
    for_whom = schema.TextLine(
        title=_("label_lessons_for_whom", default="For whom this is of use"), max_length=200
    )
    contact = schema.TextLine(
        title=_("label_lessons_contact", default="Whom others may ask"),
        description=_(
            "help_lessons_contact", default="A function rather than a person, if possible."
        ),
        max_length=200,
    )
