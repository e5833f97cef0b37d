"""Password rules in force: on every form, over REST and when a program sets a password."""

from AccessControl.class_init import InitializeClass
from AccessControl.SecurityInfo import ClassSecurityInfo
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security import strength
from kommunalhub.security.settings import setting
from plone import api
from Products.PluggableAuthService.interfaces.plugins import IValidationPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from zExceptions import BadRequest
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import implementer

import json


#: Everybody can read this one in our docs. Programs may give it to demo users, people may not.
DEMO_PASSWORD = "kommunalhub-demo"

#: Where forms and REST bodies say who the person is.
NAME_FIELDS = (
    "form.widgets.fullname",
    "form.widgets.email",
    "form.widgets.username",
    "fullname",
    "email",
    "username",
    "userid",
)


def check_password(password, own=frozenset()):
    """Return what is wrong with a password as a message, or None. own: words of the person."""
    least = setting("min_password_length")
    match strength.flaw(password, least, own):
        case "short":
            return _(
                "error_password_short",
                default="Please use at least ${n} characters. Four words that have nothing to do "
                "with each other are easy to remember.",
                mapping={"n": least},
            )
        case "own":
            return _(
                "error_password_own",
                default="Please choose a password without your name or your e-mail address in it.",
            )
        case "common":
            return _(
                "error_password_common",
                default="This password is too easy to guess. Better take four words that have "
                "nothing to do with each other.",
            )
        case "word":
            return _(
                "error_password_word",
                default="A single word is easy to guess, also with a year or a sign behind it. "
                "Better take four words that have nothing to do with each other, with spaces "
                "between them.",
            )
    return None


def submitted(request):
    """Return what the request sent, form or JSON, as a flat dict of texts."""
    values = {key: value for key, value in request.form.items() if isinstance(value, str)}
    if (request.getHeader("Content-Type") or "").startswith("application/json"):
        try:
            body = json.loads(request.get("BODY") or b"{}")
        except ValueError:
            body = {}
        if isinstance(body, dict):
            values.update({key: value for key, value in body.items() if isinstance(value, str)})
    return values


def words_of_person(request, user=None):
    """Return the words of the person the request is about."""
    sent = submitted(request) if request is not None else {}
    words = [sent.get(name, "") for name in NAME_FIELDS]
    users = [user, api.user.get(username=sent["userid"]) if sent.get("userid") else None]
    if not any(words) and user is None and not asking.is_anonymous():
        users.append(api.user.get_current())
    for known in filter(None, users):
        words += [known.getProperty("fullname", ""), known.getProperty("email", "")]
        words.append(known.getUserName())
    return strength.own_words(*words)


def is_demo_password(password, request):
    """Say whether a program, not a person, sets the demo password."""
    return password == DEMO_PASSWORD and (
        request is None or password not in submitted(request).values()
    )


@implementer(IValidationPlugin)
class PasswordRules(BasePlugin):
    """Refuses passwords that are short, common or about the person."""

    meta_type = "Hub Password Rules"
    security = ClassSecurityInfo()

    def __init__(self, id, title=""):
        self._setId(id)
        self.title = title

    @security.private
    def validateUserInfo(self, user, set_id, set_info):
        """Return a list with an error for "password", or an empty one."""
        password = (set_info or {}).get("password")
        request = getRequest()
        if password is None or is_demo_password(password, request):
            return []
        message = check_password(password, words_of_person(request))
        if message is None:
            return []
        return [{"id": "password", "error": translate(message, context=request)}]


InitializeClass(PasswordRules)


def refuse_weak_password(principal, event):
    """Stop whoever sets a weak password past the forms: PATCH @users, a script, a tool."""
    request = getRequest()
    if not IKommunalhubLayer.providedBy(request) or is_demo_password(event.password, request):
        return
    message = check_password(event.password, words_of_person(request, principal))
    if message is not None:
        raise BadRequest(translate(message, context=request))
