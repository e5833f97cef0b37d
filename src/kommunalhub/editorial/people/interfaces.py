"""What others may use of positions: the schema and the marker of their folder."""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.core.validation import is_email
from kommunalhub.core.validation import is_phone
from kommunalhub.editorial.people import rules
from plone.autoform import directives
from plone.supermodel import model
from zope import schema
from zope.component import queryUtility
from zope.interface import Interface
from zope.interface import invariant
from zope.interface import provider
from zope.schema.interfaces import IContextAwareDefaultFactory


MOST_TASKS, LONGEST_TASK = 40, 120
#: A unit stands in so many others at most.
MOST_STEPS = 6
#: What who holds a position may say of themselves, and leave out.
VOLUNTARY = ("hours", "note")


class IPeopleFolder(Interface):
    """Marks the folder `personen`: the positions of all administrations."""


class IPositionKeys(Interface):
    """Utility: which positions of an administration have which key, and whose account is whose."""

    def is_taken(key, partner, thing):
        """Return whether another position of an administration than this thing has a key."""

    def default_partner():
        """Return the administration of something new, None where who asks may not choose any."""


def are_hours(value) -> bool:
    """Constraint: working hours as the hub types them."""
    try:
        rules.week_of(value)
    except ValueError as error:
        raise FieldError(
            _(
                "error_position_hours",
                default="„${line}“ is not understood. Please write for example „Mo–Do 8:00–16:00“, "
                "each in a line of its own.",
                mapping={"line": str(error)[:60]},
            )
        ) from error
    return True


def is_unit(value) -> bool:
    """Constraint: not deeper than a list can show."""
    if len(rules.steps_of(value)) > MOST_STEPS:
        raise FieldError(
            _(
                "error_position_unit",
                default="Please name ${n} units at most, from the top.",
                mapping={"n": MOST_STEPS},
            )
        )
    return True


def are_tasks(value) -> bool:
    """Constraint: not too many tasks, each said once."""
    if len(value) > MOST_TASKS:
        raise FieldError(
            _(
                "error_position_tasks",
                default="Please name ${n} tasks at most.",
                mapping={"n": MOST_TASKS},
            )
        )
    return True


@provider(IContextAwareDefaultFactory)
def default_partner(context):
    keys = queryUtility(IPositionKeys)
    return keys.default_partner() if keys is not None else None


class IPosition(model.Schema):
    """A position of an administration: what it is for, who holds it, how it is reached."""

    title = schema.TextLine(
        title=_("label_position_title", default="Position"),
        description=_(
            "help_position_title",
            default="What it is called in your administration: „Soziales 1“, „Leitung Bauamt“. It "
            "stays when the person changes.",
        ),
        max_length=120,
    )
    partner = schema.Choice(
        title=_("label_partner", default="Administration"),
        vocabulary="kommunalhub.position_partners",
        defaultFactory=default_partner,
    )
    unit = schema.TextLine(
        title=_("label_position_unit", default="Unit"),
        description=_(
            "help_position_unit",
            default="Where it belongs, from the top, with a stroke between: „Bürgerdienste / "
            "Soziales“. The chart of the administration follows from it.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=200,
        constraint=is_unit,
    )
    is_head = schema.Bool(
        title=_("label_position_head", default="Leads this unit"), required=False, default=False
    )
    tasks = schema.Tuple(
        title=_("label_position_tasks", default="Tasks"),
        description=_(
            "help_position_tasks",
            default="One in each line, in the words that people look for: „Wohngeld beantragen“ "
            "rather than „Vollzug WoGG“.",
        ),
        value_type=schema.TextLine(max_length=LONGEST_TASK),
        required=False,
        missing_value=(),
        default=(),
        constraint=are_tasks,
    )
    account = schema.Choice(
        title=_("label_position_account", default="Account of who holds it"),
        description=_(
            "help_position_account",
            default="Name, absence and substitute come from there. Leave it empty for a position "
            "that nobody holds, or whose holder has no account.",
        ),
        vocabulary="kommunalhub.position_accounts",
        required=False,
    )
    name = schema.TextLine(
        title=_("label_position_name", default="Name without an account"),
        description=_(
            "help_position_name", default="Only where no account is chosen: „Petra Beispiel“."
        ),
        required=False,
        missing_value="",
        default="",
        max_length=120,
    )
    room = schema.TextLine(
        title=_("label_position_room", default="Room"),
        required=False,
        missing_value="",
        default="",
        max_length=60,
    )
    phone = schema.TextLine(
        title=_("label_position_phone", default="Telephone"),
        required=False,
        max_length=40,
        constraint=is_phone,
    )
    email = schema.TextLine(
        title=_("label_position_email", default="E-mail"),
        description=_(
            "help_position_email",
            default="Shown to everybody who sees the position; best a mailbox of the position.",
        ),
        required=False,
        max_length=254,
        constraint=is_email,
    )
    hours = schema.Text(
        title=_("label_position_hours", default="Working hours"),
        description=_(
            "help_position_hours",
            default="For example „Mo–Do 8:00–16:00“ and in the next line „Fr 8:00–12:00“. From "
            "them follows whether somebody is there today.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=500,
        constraint=are_hours,
    )
    directives.widget("hours", rows=3)
    note = schema.Text(
        title=_("label_position_note", default="Good to know"),
        description=_(
            "help_position_note",
            default="How you are best reached, languages, sign language. Everybody who sees the "
            "position reads it.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=500,
    )
    directives.widget("note", rows=3)
    number = schema.TextLine(
        title=_("label_position_number", default="Key"),
        description=_(
            "help_position_number",
            default="What your own lists tell positions apart by: a staff number, a short sign or "
            "an e-mail address. An import finds the position by it; nobody else sees it.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=80,
    )
    directives.widget("tasks", rows=6)
    directives.read_permission(
        account="cmf.ModifyPortalContent",
        number="cmf.ModifyPortalContent",
        name="kommunalhub.ViewPerson",
    )

    @invariant
    def is_the_only_one(data):
        keys, number = queryUtility(IPositionKeys), getattr(data, "number", None)
        partner = getattr(data, "partner", None)
        if keys is None or not all(isinstance(one, str) and one for one in (number, partner)):
            return
        if keys.is_taken(number, partner, getattr(data, "__context__", None)):
            raise FieldError(
                _(
                    "error_position_number",
                    default="Another position of this administration has this key.",
                ),
                "number",
            )
