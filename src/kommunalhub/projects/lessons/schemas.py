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


class IReportOfIt(ILessons):
    """What a report of experience is to say; prefilled from the project and what was learned."""

    title = schema.TextLine(
        title=_("label_lessons_title", default="Title of the report"), max_length=200
    )
    description = schema.Text(
        title=_("label_lessons_summary", default="In two sentences"),
        description=_("help_lessons_summary", default="It stands in the list of all reports."),
        required=False,
        missing_value="",
        max_length=1000,
    )
    what = schema.Text(
        title=_("label_lessons_what", default="What was done"),
        description=_(
            "help_lessons_what",
            default="Filled in with the goal. Please say what came of it; no names of persons.",
        ),
        max_length=MOST,
    )


#: The order in which the form asks.
REPORT_FIELDS = (
    *("title", "description", "what", "for_whom"),
    *("worked", "went_wrong", "again", "contact"),
)
