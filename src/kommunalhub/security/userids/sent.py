"""What is wrong with an account or a group that was sent as JSON: a sentence for each field."""

from kommunalhub import _
from kommunalhub.core import registry
from kommunalhub.core.private.accounts import find
from kommunalhub.lib.addresses import is_account_email
from kommunalhub.security import mails
from kommunalhub.security.userids.refusing import refusal
from kommunalhub.security.userids.refusing import refusal_of_new
from kommunalhub.security.userids.refusing import TAKEN
from plone import api
from plone.app.users.utils import generate_user_id


#: What is text wherever it is sent.
TEXTS = ("username", "email", "password", "fullname", "description", "location", "home_page")
NO_TEXT = _("error_text_expected", default="This must be a text.")
NO_TEXTS = _("error_texts_expected", default="This must be a list of texts, at least one.")
NO_EMAIL = _(
    "error_registration_email",
    default="This is no e-mail address. It should look like name@example.org.",
)
NO_MAIL = _(
    "error_site_sends_no_mail",
    default="This site cannot send mails at the moment: mail server or sender are not set up.",
)
NOT_SENT = _(
    "error_account_mail_not_sent",
    default="The mail to this address could not be sent, so the account was not made.",
)


def problems_of_new(data):
    """Return {field: message} of what keeps an account from being made of this."""
    problems = problems_of_texts(data)
    if problems:
        return problems
    problems.update(problems_of_email(data))
    by_email = registry.read("plone.use_email_as_login")
    name = "email" if by_email else "username"
    if data.get(name) and name not in problems:
        message = refusal_of_new(generate_user_id(api.portal.get(), dict(data)))
        problems.update({name: message} if message is not None else {})
    if data.get("password"):
        tool = api.portal.get_tool("portal_registration")
        message = tool.testPasswordValidity(data["password"])
        problems.update({"password": message} if message is not None else {})
    roles = data.get("roles", [])
    if not isinstance(roles, list) or not all(isinstance(role, str) for role in roles):
        problems["roles"] = NO_TEXTS
    if data.get("sendPasswordReset") and not mails.can_send():
        problems["sendPasswordReset"] = NO_MAIL
    return problems


def problems_of_change(data, user_id):
    """Return {field: message} of what keeps an account from being changed to this."""
    problems = problems_of_texts(data)
    if problems:
        return problems
    problems.update(problems_of_email(data))
    if "username" in data:
        pas = api.portal.get_tool("acl_users")
        login = pas.applyTransform(data["username"] or "")
        found = find(pas, login=login) if login else None
        if found is None and (message := refusal(login)) is not None:
            problems["username"] = message
        elif found is not None and found["id"] != user_id:
            problems["username"] = TAKEN
    return problems


def problems_of_group(data):
    """Return {field: message} of what keeps a group from being made of this."""
    problems = {}
    name = data.get("groupname")
    if name is not None and not isinstance(name, str):
        return {"groupname": NO_TEXT}
    if name:
        message = refusal_of_new(name)
        problems.update({"groupname": message} if message is not None else {})
    for field in ("users", "groups", "roles"):
        value = data.get(field) or []
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            problems[field] = NO_TEXTS
    for field in ("title", "description", "email"):
        if not isinstance(data.get(field) or "", str):
            problems[field] = NO_TEXT
    return problems


def problems_of_texts(data):
    """Return {field: message} of what should be text and is not; None is as good as missing."""
    return {
        name: NO_TEXT
        for name in TEXTS
        if data.get(name) is not None and not isinstance(data[name], str)
    }


def problems_of_email(data):
    """Return {"email": message} for what is no address; without one nothing is wrong here."""
    if not data.get("email") or is_account_email(data["email"]):
        return {}
    return {"email": NO_EMAIL}
