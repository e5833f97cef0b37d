"""Nobody works on the site with an account of the Zope root.

Such an account signs in with its password in a cookie, may do everything, and stands for no
person in the journal. Whatever way it comes by (form, token, Basic, a cookie of the root), it is
stopped after traversal, before anything of the site is called.
"""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import nobody
from Acquisition import aq_base
from Acquisition import aq_parent
from kommunalhub import _
from kommunalhub.core.private.publisher import authorization
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.interfaces import RootAccountRefused
from kommunalhub.security.sessions import COOKIE
from kommunalhub.security.settings import setting
from plone import api
from zope.i18n import translate


def refuse_root_account(event):
    """Stop the request if who makes it is known to the Zope root, not to the site."""
    request = event.request
    if not IKommunalhubLayer.providedBy(request):
        return
    user = getSecurityManager().getUser()
    if aq_base(user) is aq_base(nobody) or user.getId() is None:
        return
    if aq_base(aq_parent(user)) is aq_base(api.portal.get().acl_users):
        return
    if setting("root_basic_auth") and authorization(request).lower().startswith("basic "):
        return
    newSecurityManager(None, nobody)
    request.response.expireCookie(COOKIE, path="/")
    message = _(
        "error_root_account",
        default="This account administers the server. Please sign in with your account of the "
        "site; an administrator of the site can make one for you.",
    )
    raise RootAccountRefused(translate(message, context=request))
