"""The check of short names, and who asks it: events for every channel, Plone's name chooser."""

from Acquisition import aq_base
from Acquisition import aq_inner
from functools import lru_cache
from kommunalhub import _
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.ids import rules
from kommunalhub.security.ids.interfaces import INamedByHouse
from kommunalhub.security.ids.interfaces import INameRule
from kommunalhub.security.ids.interfaces import NAMED_BY_HOUSE
from kommunalhub.security.ids.naming import named
from kommunalhub.security.settings import is_installed
from plone import api
from plone.app.content.interfaces import INameFromTitle
from plone.app.content.namechooser import NormalizingNameChooser
from plone.base.utils import base_hasattr
from plone.browserlayer.utils import registered_layers
from plone.dexterity.interfaces import IDexterityContainer
from zExceptions import BadRequest
from zope.component import adapter
from zope.component import getSiteManager
from zope.component import getUtilitiesFor
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import Declaration
from zope.interface import Interface
from zope.interface import providedBy
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


FAULTS = {
    "form": _(
        "error_name_form",
        default="A short name has small letters a–z, digits and hyphens only, and begins with a "
        "letter or a digit.",
    ),
    "long": _(
        "error_name_long",
        default="Please shorten the short name to ${n} characters.",
        mapping={"n": rules.LONGEST},
    ),
}
RESERVED = _(
    "error_name_reserved",
    default="The site itself needs this short name. Please choose another one.",
)


def refusal(container, obj, name):
    """Return a translatable sentence that says why obj cannot have this name here, or None.

    That there is one of this name already is not asked: Plone does.
    """
    fault = rules.fault_of(name)
    if fault is not None:
        return FAULTS[fault]
    if is_reserved(container, name):
        return RESERVED
    return rule_against(container, obj, name)


def refused(message):
    """Return the exception for a name that nobody may give; it names the field, as over REST.

    Publisher and plone.rest know the status by the name of this very class.
    """
    said = translate(message, context=getRequest())
    return BadRequest([{"field": "id", "message": said}])


def rule_against(container, obj, name):
    """Return what a rule of the rooms above says against a name, or None."""
    answers = (rule(container, obj, name) for _name, rule in getUtilitiesFor(INameRule))
    return next((answer for answer in answers if answer is not None), None)


def is_reserved(container, name):
    """Say whether the address below the container leads to something else than content.

    That is an attribute of the container, a view that is registered for it, or a tool or a
    template of the site, which every page finds by acquisition.
    """
    if name == "index_html" or name in Views(container):
        return True
    portal = api.portal.get()
    # Names are listed last: that goes through all there are, for each row of an import.
    if base_hasattr(container, name) and name not in container.objectIds():
        return True
    return base_hasattr(portal, name) and name not in portal.contentIds()


def check_moved(obj, event):
    """Refuse a bad short name before anything gets it: added, renamed, moved, copied, imported."""
    if event.object is not obj or event.newParent is None or not is_installed():
        return
    renamed = event.oldParent is not None and event.newName != event.oldName
    same_place = renamed and aq_base(event.newParent) is aq_base(event.oldParent)
    if same_place and INamedByHouse.providedBy(obj) and not is_house_name(obj, event.newName):
        raise refused(NAMED_BY_HOUSE)
    message = refusal(event.newParent, obj, event.newName)
    if message is not None:
        raise refused(message)


def house_name(obj):
    """Return the name that the hub gives to an INamedByHouse."""
    return INameFromTitle(obj).title.lower()


def is_house_name(obj, name):
    """Say whether a name is the one the hub gives, with something behind it if that was taken.

    Plone's own code makes things under a name of its own first and renames them then.
    """
    house = house_name(obj)
    return name == house or name.startswith(f"{house}-")


@adapter(IDexterityContainer)
class HouseNames(NormalizingNameChooser):
    """Plone's name chooser; a name that would be refused gets a number, as one that is taken.

    It names in the language of the site also where no layer is: in commands, jobs and imports.
    """

    def chooseName(self, name, obj):
        if is_installed() and INamedByHouse.providedBy(obj):
            if is_house_name(obj, obj.getId() or "") and obj.getId() in self.context:
                raise refused(NAMED_BY_HOUSE)
            name = name if is_house_name(obj, name or "") else house_name(obj)
        name = name or getattr(INameFromTitle(obj, None), "title", None)
        if is_installed() and isinstance(name, str) and name:
            name = named(name)
        return super().chooseName(name, obj)

    def _findUniqueName(self, name, obj):
        if is_installed():
            name = rules.repaired(name) or "seite"
            if rule_against(aq_inner(self.context), obj, name):
                name = f"zu-{name}"  # a page about the case, whatever is written behind it
        return super()._findUniqueName(name, obj)

    def _getCheckId(self, obj):
        plone_check = super()._getCheckId(obj)
        container = aq_inner(self.context)

        def check(name, required):
            wrong = plone_check(name, required=required)
            return wrong or (is_installed() and refusal(container, obj, name)) or None

        return check


class Views:
    """All views of a container, asked by name; no view is made for it."""

    def __init__(self, container):
        asked = (providedBy(container), layers(tuple(registered_layers())))
        # The registry keeps this answer until a view is registered; a name that no view has would
        # be looked for in all that both provide, anew each time.
        self.known = dict(getSiteManager().adapters.lookupAll(asked, Interface))

    def __contains__(self, name):
        return self.known.get(name) is not None


@lru_cache(maxsize=8)
def layers(registered):
    """Return what a request of the hub provides; one object, by which the registry remembers."""
    return Declaration(IKommunalhubLayer, *registered, IDefaultBrowserLayer)
