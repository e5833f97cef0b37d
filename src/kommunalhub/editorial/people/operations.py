"""The verbs of positions: make their folder, say who may keep which, change one's own part."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.sections import ensure_section
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.core.tools import tool
from kommunalhub.editorial.people import workflow
from kommunalhub.editorial.people.holders import folded
from kommunalhub.editorial.people.holders import holders
from kommunalhub.editorial.people.holders import note
from kommunalhub.editorial.people.interfaces import IPeopleFolder
from kommunalhub.editorial.people.interfaces import IPosition
from kommunalhub.editorial.people.interfaces import IPositionKeys
from kommunalhub.editorial.people.interfaces import VOLUNTARY
from kommunalhub.partners.membership import groups_of_user
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.rules import group_id
from kommunalhub.search.interfaces import INDEX
from plone.uuid.interfaces import IUUID
from zope.event import notify
from zope.interface import implementer
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema import ValidationError
from zope.schema.interfaces import TooLong


FOLDER = "personen"
NOT_YOURS = _("error_position_not_yours", default="The editors of your administration keep this.")
#: Who keeps the positions of all administrations.
EVERYWHERE = frozenset({"HubManager", "Manager"})


def folder_of_people():
    """Return the folder of positions, None where the site has none."""
    return site().get(FOLDER)


def ensure_folder(portal):
    """Return the folder of positions, made if it is missing."""
    return ensure_section(
        portal,
        FOLDER,
        _("section_people", default="Who does what?"),
        _(
            "section_people_about",
            default="Find out who is responsible, by a task or a name.",
        ),
        IPeopleFolder,
        layout="people",
        addable=workflow.TYPE,
        adders=dict.fromkeys(("Add portal content", workflow.ADD_POSITION), workflow.ADDERS),
    )


def kept_partners():
    """Return the ids of the administrations whose positions who asks may add and change."""
    if not EVERYWHERE.isdisjoint(asking.roles()):
        return partner_ids()
    groups = set(groups_of_user())
    return tuple(one for one in partner_ids() if group_id(one, "editors") in groups)


@implementer(IPositionKeys)
class Keys:
    """See IPositionKeys."""

    def is_taken(self, key, partner, thing):
        uid = IUUID(thing, None) if IPosition.providedBy(thing) else None
        return any(found != uid for found in holders().with_key(partner, folded(key)))

    def default_partner(self):
        own = kept_partners()
        return own[0] if len(own) == 1 else None


def positions_of(account):
    """Return the positions that an account holds, whoever asks, by title."""
    uids = holders().positions_of(account)
    found = catalog().unrestrictedSearchResults(UID=uids) if uids else ()
    return sorted((one._unrestrictedGetObject() for one in found), key=lambda one: one.title)


def holds(position):
    """Return whether who asks holds a position."""
    me = asking.userid()
    return bool(me) and holders().holder(IUUID(position)).account == me


def wrong_in(values):
    """Return {field: translatable sentence} of what is wrong in what somebody says."""
    errors = {}
    for name, value in values.items():
        if name not in VOLUNTARY:
            errors[name] = NOT_YOURS
            continue
        try:
            IPosition[name].validate(value)
        except TooLong:
            longest = IPosition[name].max_length
            errors[name] = _(
                "error_position_long",
                default="Please shorten this to ${n} characters.",
                mapping={"n": longest},
            )
        except ValidationError as error:
            errors[name] = error.doc()
    return errors


def tidied(text):
    """Return what was typed into a form with line ends and blanks as they are kept."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip()


def say_of_oneself(position, values):
    """Change what who holds a position says of themselves; values: {field: value}, all valid."""
    for name, value in values.items():
        setattr(position, name, value)
    notify(ObjectModifiedEvent(position, Attributes(IPosition, *values)))


def show(position, state):
    """Bring a position into a state, if it is not in it; raises WorkflowException."""
    flow = tool("portal_workflow")
    if flow.getInfoFor(position, "review_state") != state:
        flow.doActionFor(position, workflow.TRANSITIONS[state])


def leave(account):
    """Let positions be held by nobody that an account held which is gone; return them.

    What the person said of themselves goes with them; tasks, room and telephone stay.
    """
    found = positions_of(account)
    for position in found:
        position.account = None
        say_of_oneself(position, dict.fromkeys(VOLUNTARY, ""))
    return found


def rename(account):
    """Let the positions of an account know what its person is called now."""
    for position in positions_of(account):
        note(position)
        position.reindexObject(idxs=["SearchableText", INDEX])
