"""What each kind of record asks, for forms and clients alike."""

from kommunalhub import _
from kommunalhub.projects.book import storage
from kommunalhub.projects.interfaces import is_day
from kommunalhub.projects.partnership import partners_of
from zope import schema
from zope.interface import Interface
from zope.interface import provider
from zope.schema.interfaces import IContextAwareDefaultFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


FUNCTIONS = {
    "staff": _("project_function_staff", default="the staff"),
    "editors": _("project_function_editors", default="the editors"),
    "reviewers": _("project_function_reviewers", default="the reviewers"),
}
LEVELS = {
    "low": _("project_level_low", default="low"),
    "middle": _("project_level_middle", default="middle"),
    "high": _("project_level_high", default="high"),
}
WHY_LATE = _("label_project_why_late", default="Why later?")
PLANNED = _("label_project_planned", default="Planned for")


def listed(found):
    """Return a vocabulary of {token: title}."""
    return SimpleVocabulary([SimpleTerm(token, token, title) for token, title in found.items()])


@provider(IContextAwareDefaultFactory)
def lead(context):
    """Who leads the project sees to it, unless somebody says otherwise."""
    return next(iter(partners_of(context)), None)


class IResponsible(Interface):
    """Who sees to something."""

    partner = schema.Choice(
        title=_("label_project_responsible", default="Responsible"),
        vocabulary="kommunalhub.project_partners",
        defaultFactory=lead,
    )
    function = schema.Choice(
        title=_("label_project_function", default="Who there"),
        vocabulary=listed(FUNCTIONS),
        default="editors",
    )
    person = schema.Choice(
        title=_("label_project_person", default="Or one person"),
        description=_(
            "help_project_person",
            default="Then it is shown to this person alone. Offered are people whom you may find.",
        ),
        vocabulary="kommunalhub.project_people",
        required=False,
    )


class IMilestone(IResponsible):
    """A point that the project wants to reach."""

    title = schema.TextLine(
        title=_("label_milestone_title", default="What is reached then"), max_length=150
    )
    about = schema.Text(
        title=_("label_milestone_about", default="More about it"),
        description=_("help_milestone_about", default="For the partners, not on the public page."),
        required=False,
        missing_value="",
        max_length=1000,
    )
    planned = schema.Date(title=PLANNED, constraint=is_day)
    why = schema.Text(
        title=_("label_project_why_moved", default="Why another day?"),
        description=_(
            "help_project_why_moved",
            default="Needed where the day changes after the partners have agreed. The old day "
            "stays visible.",
        ),
        required=False,
        missing_value="",
        max_length=500,
    )


class ITask(IResponsible):
    """Something that somebody does until a day."""

    title = schema.TextLine(
        title=_("label_task_title", default="What is to be done"), max_length=150
    )
    about = schema.Text(
        title=_("label_task_about", default="Details"),
        required=False,
        missing_value="",
        max_length=1000,
    )
    planned = schema.Date(title=_("label_project_until", default="Until"), constraint=is_day)


class IRisk(Interface):
    """Something that may go wrong."""

    title = schema.TextLine(
        title=_("label_risk_title", default="What may go wrong"), max_length=150
    )
    likelihood = schema.Choice(
        title=_("label_risk_likelihood", default="How likely"), vocabulary=listed(LEVELS)
    )
    damage = schema.Choice(
        title=_("label_risk_damage", default="How bad"), vocabulary=listed(LEVELS)
    )
    measure = schema.Text(
        title=_("label_risk_measure", default="What we do about it"), max_length=1000
    )
    closed = schema.Text(
        title=_("label_risk_closed", default="Over since, and why"),
        description=_("help_risk_closed", default="Leave it empty while the risk is there."),
        required=False,
        missing_value="",
        max_length=500,
    )


class IDecision(Interface):
    """Something that was decided, and by whom."""

    title = schema.TextLine(
        title=_("label_decision_title", default="What was decided"), max_length=200
    )
    day = schema.Date(title=_("label_decision_day", default="Decided on"), constraint=is_day)
    who = schema.TextLine(
        title=_("label_decision_who", default="Decided by"),
        description=_("help_decision_who", default="For example „steering group“."),
        max_length=150,
    )
    about = schema.Text(
        title=_("label_decision_about", default="Why, and what follows"),
        required=False,
        missing_value="",
        max_length=2000,
    )


class IReached(Interface):
    """That a milestone was reached, or a task done."""

    done = schema.Date(title=_("label_project_done_on", default="Done on"), constraint=is_day)
    why = schema.Text(
        title=WHY_LATE,
        description=_(
            "help_project_why_late", default="Needed where it was done after the planned day."
        ),
        required=False,
        missing_value="",
        max_length=500,
    )


class IDropped(Interface):
    """That something will not be done."""

    why = schema.Text(title=_("label_project_why_dropped", default="Why not?"), max_length=500)


SCHEMAS = {
    storage.MILESTONE: IMilestone,
    storage.TASK: ITask,
    storage.RISK: IRisk,
    storage.DECISION: IDecision,
}
#: The order in which forms ask.
FIELDS = {
    storage.MILESTONE: ("title", "about", "planned", "why", "partner", "function", "person"),
    storage.TASK: ("title", "about", "planned", "partner", "function", "person"),
    storage.RISK: ("title", "likelihood", "damage", "measure", "closed"),
    storage.DECISION: ("title", "day", "who", "about"),
}
