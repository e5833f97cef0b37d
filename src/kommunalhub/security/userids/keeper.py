"""The book of accounts that are gone, and the last door through which a new one comes.

An id stays in journals, as author of pages, in versions. Somebody new with the same id would be
taken for who did all that, so nobody gets it again. What is kept is the id, the name that the
person had and the day; it goes with our plugins when the add-on is uninstalled.
"""

from AccessControl.class_init import InitializeClass
from AccessControl.SecurityInfo import ClassSecurityInfo
from BTrees.OOBTree import OOBTree
from kommunalhub.core import formatting
from kommunalhub.core.restapi.body import wrong
from kommunalhub.security.userids.refusing import refusal
from Products.PluggableAuthService.interfaces.plugins import IUserAdderPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from zope.globalrequest import getRequest
from zope.interface import implementer


@implementer(IUserAdderPlugin)
class AccountKeeper(BasePlugin):
    """Adds no accounts, but refuses some, before the plugin that adds them is asked.

    departed: {user id: {"name", "day"}}.
    """

    meta_type = "Hub Account Keeper"
    security = ClassSecurityInfo()

    def __init__(self, id, title=""):
        self._setId(id)
        self.title = title
        self.departed = OOBTree()

    @security.private
    def doAddUser(self, login, password):
        """Raise BadRequest for an id that nobody may have; otherwise leave it to the others."""
        message = refusal(login)
        if message is not None:
            raise wrong("username", message, getRequest())
        return False

    @security.private
    def remember(self, user_id, name):
        """Remember an account that goes; once remembered nothing changes."""
        if user_id not in self.departed:
            self.departed[user_id] = {"name": name, "day": formatting.now().date()}


InitializeClass(AccountKeeper)
