"""The fields of an experience note, and that none of them tells whose case it was."""

from kommunalhub import _
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.core.amounts import Euro
from kommunalhub.core.amounts import Percent
from kommunalhub.core.validation import FieldError
from kommunalhub.funding.lessons.notes import rules
from plone.autoform import directives
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.browser.radio import RadioFieldWidget
from zope import schema
from zope.component import queryUtility
from zope.interface import Interface
from zope.interface import invariant
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


OUTCOMES = {
    "granted": _("lesson_outcome_granted", default="Granted"),
    "denied": _("lesson_outcome_denied", default="Denied"),
    "withdrawn": _("lesson_outcome_withdrawn", default="Withdrawn"),
    "closed": _("lesson_outcome_closed", default="Closed without an application"),
}
LONGEST_LINE, LONGEST_TEXT = 150, 5000
#: What is written freely, and so looked through.
TEXTS = (
    *("title", "project", "applicant", "programme_title", "course"),
    *("delayed", "helped", "again", "pitfalls"),
)


class ILessonFolder(Interface):
    """Marks the folder `foerderung/erfahrungen`."""


class IPrivate(Interface):
    """Utility: what is known to tell whose case an experience note is about."""

    def of(context):
        """Return the rules.Private of a note, of a case, or of what a form holds."""


def tells_nothing(name):
    """Return an invariant: a text has nothing in it that tells whose case it was."""

    def check(data):
        text, kept = (getattr(data, field, None) or "" for field in (name, "kept"))
        private = queryUtility(IPrivate)
        # what is no text is told by its field
        if not text or private is None or not (isinstance(text, str) and isinstance(kept, str)):
            return
        context = getattr(data, "__context__", None) or data
        found = rules.left_in(text, private.of(context), kept)
        if found:
            raise FieldError(tells(found), name)

    return check


def tells(found):
    """Return the sentence for what still tells whose case it was."""
    return _(
        "error_lesson_tells",
        default="This may tell whose case it was: ${found}. Please rewrite it, or name it below "
        "under „Stays on purpose“.",
        mapping={"found": "; ".join(found)},
    )


class IFundingLesson(IApprovable):
    """What a case that is over teaches others.

    It is an IApprovable not only by its behaviour, so that what the catalog knows of it goes by
    indexers.py rather than by what it knows of all cases.
    """

    title = schema.TextLine(
        title=_("label_lesson_title", default="Title"),
        description=_("help_lesson_title", default="What it is about, without a place."),
        max_length=LONGEST_LINE,
    )
    directives.widget("project", rows=5)
    project = schema.Text(
        title=_("label_lesson_project", default="What was to be funded"),
        max_length=LONGEST_TEXT,
    )
    applicant = schema.TextLine(
        title=_("label_lesson_applicant", default="For whom"),
        description=_(
            "help_lesson_applicant",
            default="The kind of administration is only told where at least three are of it.",
        ),
        required=False,
        max_length=LONGEST_LINE,
    )
    directives.widget("topics", CheckBoxFieldWidget)
    topics = schema.Set(
        title=_("label_topics", default="Topics"),
        value_type=schema.Choice(vocabulary="kommunalhub.funding_topics"),
        required=False,
    )
    programme = schema.Choice(
        title=_("label_application_programme", default="Programme"),
        vocabulary="kommunalhub.funding_programmes",
        required=False,
    )
    programme_title = schema.TextLine(
        title=_("label_application_programme_title", default="Or its name"),
        description=_(
            "help_application_programme_title", default="If it is not in the catalogue yet."
        ),
        required=False,
        max_length=300,
    )
    funder = schema.Choice(
        title=_("label_funder", default="Funder"),
        vocabulary="kommunalhub.funding_funders",
        required=False,
    )
    directives.widget("outcome", RadioFieldWidget)
    outcome = schema.Choice(
        title=_("label_lesson_outcome", default="What came of it"),
        vocabulary=SimpleVocabulary(
            [SimpleTerm(token, token, title) for token, title in OUTCOMES.items()]
        ),
    )
    cost = Euro(
        title=_("label_lesson_cost", default="Cost, rounded"),
        required=False,
    )
    granted = Euro(
        title=_("label_lesson_granted", default="Granted, rounded"),
        required=False,
    )
    rate = Percent(
        title=_("label_lesson_rate", default="Share of the cost in percent, rounded"),
        required=False,
    )
    directives.widget("course", rows=4)
    course = schema.Text(
        title=_("label_lesson_course", default="How long it took"),
        required=False,
        max_length=LONGEST_TEXT,
    )
    directives.widget("delayed", rows=4)
    delayed = schema.Text(
        title=_("label_lesson_delayed", default="What delayed it"),
        required=False,
        max_length=LONGEST_TEXT,
    )
    directives.widget("helped", rows=4)
    helped = schema.Text(
        title=_("label_lesson_helped", default="What helped"),
        required=False,
        max_length=LONGEST_TEXT,
    )
    directives.widget("again", rows=4)
    again = schema.Text(
        title=_("label_lesson_again", default="What we would do again"),
        required=False,
        max_length=LONGEST_TEXT,
    )
    directives.widget("pitfalls", rows=4)
    pitfalls = schema.Text(
        title=_("label_lesson_pitfalls", default="Pitfalls"),
        required=False,
        max_length=LONGEST_TEXT,
    )
    directives.widget("kept", rows=3)
    kept = schema.Text(
        title=_("label_lesson_kept", default="Stays on purpose"),
        description=_(
            "help_lesson_kept",
            default="What was found and may stay all the same, one a line. Who releases the note "
            "sees it.",
        ),
        required=False,
        max_length=LONGEST_TEXT,
    )

    for _name in TEXTS:
        invariant(tells_nothing(_name))
    del _name
