"""The verbs: set what is known of a livestream, add its recording."""

from Acquisition import aq_base
from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.showroom.live import rules
from kommunalhub.showroom.live.interfaces import ILive
from plone.dexterity.utils import createContentInContainer
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


MOMENTS = ("live_start", "live_end")


def add_recording(exhibit, values):
    """Return the film that is the recording of a livestream.

    Who may bring it is asked by its page: the exhibit is public, and takes no other media then.
    """
    title = in_site_language(_("title_recording", default="Recording"))
    return createContentInContainer(
        exhibit, "Film", checkConstraints=False, id="mitschnitt", title=title, **values
    )


def keep_in_utc(exhibit):
    """Store the moments of an exhibit in UTC without a zone, see rules.aware."""
    for name in MOMENTS:
        moment = getattr(aq_base(exhibit), name, None)
        if moment is not None and moment.tzinfo is not None:
            setattr(exhibit, name, rules.stored(moment))


def set_live(exhibit, values):
    """Set fields of ILive of an exhibit; whoever follows changes of exhibits is told.

    Moments are aware, or in UTC.
    """
    moments = {name: rules.stored(values[name]) for name in MOMENTS if name in values}
    values = {**values, **moments}
    changed = [name for name in values if getattr(exhibit, name, None) != values[name]]
    for name in changed:
        setattr(exhibit, name, values[name])
    if changed:
        notify(ObjectModifiedEvent(exhibit, Attributes(ILive, *changed)))
