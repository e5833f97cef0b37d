"""The book of guests, which also tells Plone who they are."""

from AccessControl.class_init import InitializeClass
from AccessControl.SecurityInfo import ClassSecurityInfo
from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from Products.PluggableAuthService.interfaces.plugins import IPropertiesPlugin
from Products.PluggableAuthService.interfaces.plugins import IUserEnumerationPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from zope.interface import implementer


GUESTS = "hub_guests"
#: How the ids of guests begin; no account gets such a one.
PREFIX = "guest-"


@dataclass(frozen=True)
class Guest:
    """subject: UID of what is theirs. page: path on the site of the page that serves them.

    serial: links that name another one are not good any more.
    """

    name: str
    email: str
    subject: str
    page: str
    serial: str


@implementer(IUserEnumerationPlugin, IPropertiesPlugin)
class Guests(BasePlugin):
    """people: {id: values of a Guest}; by_email: {address: ids}."""

    meta_type = "Hub Guests"
    security = ClassSecurityInfo()

    def __init__(self, id, title=""):
        self._setId(id)
        self.title = title
        self.people = OOBTree()
        self.by_email = OOBTree()

    @security.private
    def get(self, guest_id):
        """Return the Guest with an id, or None."""
        row = self.people.get(guest_id)
        return None if row is None else Guest(*row)

    @security.private
    def put(self, guest_id, guest):
        self.people[guest_id] = (guest.name, guest.email, guest.subject, guest.page, guest.serial)
        ids = self.by_email.get(guest.email, ())
        if guest_id not in ids:
            self.by_email[guest.email] = (*ids, guest_id)

    @security.private
    def drop(self, guest_id):
        guest = self.get(guest_id)
        if guest is None:
            return
        del self.people[guest_id]
        left = tuple(one for one in self.by_email[guest.email] if one != guest_id)
        if left:
            self.by_email[guest.email] = left
        else:
            del self.by_email[guest.email]

    @security.private
    def enumerateUsers(self, id=None, login=None, exact_match=False, **_other):
        """Answer for one whole id only: guests stand in no list of people."""
        asked = id or login
        if not exact_match or not isinstance(asked, str) or asked not in self.people:
            return ()
        return ({"id": asked, "login": asked, "pluginid": self.getId()},)

    @security.private
    def updateUser(self, user_id, login_name):
        """Guests have no name to sign in with."""
        return False

    @security.private
    def updateEveryLoginName(self, quit_on_first_error=True):
        """Nor has any of them."""

    @security.private
    def getPropertiesForUser(self, user, request=None):
        guest = self.get(user.getId())
        return {} if guest is None else {"fullname": guest.name, "email": guest.email}


InitializeClass(Guests)
