"""One of each letter about accounts with made-up data; those of Plone come from its templates."""

from AccessControl.SpecialUsers import nobody
from Acquisition import aq_base
from datetime import timedelta
from email import message_from_string
from email import policy
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core.letters import Example
from kommunalhub.security import mails
from kommunalhub.security.browser.mailed import Addressed
from plone import api
from Products.CMFPlone.browser.login.login_help import SEND_USERNAME_TEMPLATE
from Products.CMFPlone.browser.login.password_reset import PasswordResetToolView
from zope.component import getMultiAdapter
from zope.i18n import translate
from ZPublisher.BaseRequest import RequestContainer


KEY = "beispiel"
EMAIL = "mia@example.org"
#: What a request knows of the language.
NEGOTIATED = ("LANGUAGE", "LANGUAGE_TOOL")


class Member:
    """Nobody, as far as Plone's templates ask."""

    id = KEY

    def __init__(self, fullname):
        self.fullname = fullname

    def getId(self):
        return self.id

    def getUserName(self):
        return EMAIL

    def getProperty(self, name, default=""):
        return {"email": EMAIL, "fullname": self.fullname}.get(name, default)


def examples(portal, request):
    """Return the Examples of the letters about accounts, see core/letters.py."""
    until = formatting.now() + timedelta(hours=24)
    member = Member(translate(_("example_reader", default="Mia Sample"), context=request))
    reset = {"randomstring": KEY, "expires": until}
    with api.env.adopt_user(user=nobody):
        password = plones(for_stranger(portal, request), "mail_password_template", member, reset)
    return [
        ours(
            request,
            "registration",
            _("example_registration", default="Registration: the link"),
            mails.link_letter(KEY, until.timestamp()),
        ),
        ours(
            request,
            "registration-known",
            _("example_registration_known", default="Registration: there is an account already"),
            mails.known_letter(EMAIL),
        ),
        Example("password", _("example_password", default="Forgotten password"), *password),
        Example(
            "password-set",
            _("example_password_set", default="Password, asked for by the management"),
            *plones(portal, "mail_password_template", member, reset),
        ),
        Example(
            "account",
            _("example_account", default="New account, made by the management"),
            *plones(portal, "registered_notify_template", member, reset),
        ),
        Example(
            "username",
            _("example_username", default="Forgotten user name"),
            *username(portal, request, member),
        ),
    ]


def ours(request, name, title, letter):
    return Example(name, title, *(translate(part, context=request) for part in letter))


def for_stranger(portal, request):
    """Return the site around a request of its own: what is known of who asks is kept with it."""
    other = request.clone()
    for name in NEGOTIATED:
        other.set(name, request.get(name))
    root = aq_base(portal.getPhysicalRoot()).__of__(RequestContainer(REQUEST=other))
    return root.unrestrictedTraverse(portal.getPhysicalPath()[1:])


def plones(portal, name, member, reset):
    """Return (subject, text) of a mail that Plone writes from a template."""
    view = getMultiAdapter((portal, portal.REQUEST), name=name)
    return read(view(member=member, reset=reset, password="", charset="utf-8"))


def username(portal, request, member):
    """Return (subject, text) of Plone's mail with a user name."""
    return read(
        translate(SEND_USERNAME_TEMPLATE, context=request).format(
            email=EMAIL,
            portal_url=Addressed(portal).absolute_url(),
            fullname=member.fullname,
            login=EMAIL,
            email_from_name=registry.read("plone.email_from_name"),
            encoded_mail_sender=PasswordResetToolView(portal, request).encoded_mail_sender(),
        )
    )


def read(mail):
    """Return (subject, text) of a mail as one string with its headers."""
    message = message_from_string(mail.strip(), policy=policy.default)
    return str(message["Subject"]), message.get_payload().strip() + "\n"
