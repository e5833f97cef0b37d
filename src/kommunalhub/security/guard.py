"""The one door for passwords: the form, REST and HTTP Basic all pass here.

The plugin stands first among the authenticators of the site, asks the others, and counts what
they refuse (throttle.py).
"""

from AccessControl.class_init import InitializeClass
from AccessControl.SecurityInfo import ClassSecurityInfo
from AuthEncoding import AuthEncoding
from kommunalhub.core.private.accounts import find
from kommunalhub.core.private.accounts import SWALLOWED
from kommunalhub.security import accounts
from kommunalhub.security import throttle
from kommunalhub.security.ledger import FailureLedger
from kommunalhub.security.ledger import RegistrationLedger
from kommunalhub.security.tickets import new_id
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from Products.PluggableAuthService.interfaces.plugins import IExtractionPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest
from zope.interface import implementer


ANSWERS = "kommunalhub.security.answers"
#: A password that nobody has, stored as people's are.
NOBODYS = AuthEncoding.pw_encrypt(new_id())


@implementer(IExtractionPlugin, IAuthenticationPlugin)
class PasswordGuard(BasePlugin):
    """Takes name and password from posted forms, and slows down who guesses."""

    meta_type = "Hub Password Guard"
    security = ClassSecurityInfo()

    def __init__(self, id, title=""):
        self._setId(id)
        self.title = title
        self.failures = FailureLedger()
        self.registrations = RegistrationLedger()

    @security.private
    def extractCredentials(self, request):
        """Return what the log-in form sent; not what stands in an address or a cookie."""
        form = request.form
        if request.get("REQUEST_METHOD") != "POST" or not form.get("__ac_name"):
            return {}
        if "__ac_name" in request.get("QUERY_STRING", ""):
            return {}
        return {"login": form["__ac_name"], "password": form.get("__ac_password", "")}

    @security.private
    def authenticateCredentials(self, credentials):
        """Return (id, login) of whom the name and password belong to.

        Raises TooManyRequests while a wait lasts, even for the right password.
        """
        login, password = credentials.get("login"), credentials.get("password")
        request = getRequest()
        if login is None or password is None or request is None:
            return None
        # From here on it is ours: the other plugins need not look again.
        credentials.update(login=None, password=None)
        if not isinstance(login, str) or not isinstance(password, str | bytes):
            return None
        # One attempt may be asked about twice in a request (plone.restapi does): count it once.
        answers = IAnnotations(request).setdefault(ANSWERS, {})
        pas = self._getPAS()
        login = accounts.find_login(pas, login) or pas.applyTransform(login)
        password = password.decode("utf-8", "replace") if isinstance(password, bytes) else password
        if (login, password) not in answers:
            answers[login, password] = self._ask(login, password, request)
        return answers[login, password]

    def _ask(self, login, password, request):
        gate = throttle.sign_in_gate(self.failures, request, login)
        wait = gate.wait()
        if wait:
            raise throttle.too_many(request, wait)
        found = self._ask_others(login, password)
        if found is not None:
            gate.forgive()
        # The right password of a root account is no guess; it is refused later (rootaccount.py).
        elif not self.getPhysicalRoot().acl_users.authenticate(login, password, request):
            gate.count()
        return found

    def _ask_others(self, login, password):
        plugins = self._getPAS().plugins
        for id_, plugin in plugins.listPlugins(IAuthenticationPlugin):
            if id_ == self.getId():
                continue
            try:
                found = plugin.authenticateCredentials({"login": login, "password": password})
            except SWALLOWED:
                continue
            if found is not None and found[0] is not None:
                return found
        pas = self._getPAS()
        if find(pas, login=login) is None:
            # The work that a name there is takes: the time of an answer must not tell which are.
            AuthEncoding.pw_validate(NOBODYS, password)
        return None


InitializeClass(PasswordGuard)


def was_right(request):
    """Say whether a name and password that came with a request were right."""
    return any(IAnnotations(request).get(ANSWERS, {}).values())


def find_guard(pas):
    """Return the guard of a user folder, or None."""
    return next(iter(pas.objectValues(PasswordGuard.meta_type)), None)
