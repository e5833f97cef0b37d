"""Nothing is made twice, and nothing typed is lost: what forms ask of slips and their storage."""

from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.forms import slips
from kommunalhub.core.forms import storage
from kommunalhub.core.forms.storage import Made
from kommunalhub.core.forms.storage import Typed
from plone import api
from plone.keyring.interfaces import IKeyManager
from Products.CMFCore.interfaces import ISiteRoot
from zope.component import queryUtility


#: The fields of a form that carry its slip, the number of what is typed again, and that the person
#: was asked whether a second one shall be made.
SLIP, TYPED, ASKED = "_slip", "_typed", "_asked"


def secrets():
    """Return the site's secrets, the one to sign with first; empty outside a site."""
    manager = queryUtility(IKeyManager)
    return [] if manager is None else [secret for secret in manager["_system"] if secret]


def now():
    """Return the seconds since 1970."""
    return formatting.now().timestamp()


def path_of(context, name):
    """Return what a form is known by: the path of its context and its own name."""
    return f"{'/'.join(context.getPhysicalPath())}/{(name or '').removeprefix('@@')}"


def slip_in(request):
    """Return the slip that came with a request, or None."""
    return slips.unseal(request.form.get(SLIP), secrets())


def new_slip(form_path, keeps):
    """Return the text of a new slip for who is signed in, or None for others."""
    user, known = asking.userid(), secrets()
    if user is None or not known:
        return None
    return slips.seal(slips.new_slip(user, form_path, now(), keeps), known[0])


def slip_in_address(request, form_path):
    """Return the text of the slip in the address of a form, if it is good for this person.

    Our script writes it there: who goes back gets the form with the slip it had.
    """
    slip = slip_in(request) if request.get("REQUEST_METHOD") == "GET" else None
    if slip is None or not slip.is_of(asking.userid(), form_path) or not slip.is_fresh(now()):
        return None
    return request.form[SLIP]


def made_with(slip):
    """Return what was Made with a slip already, or None."""
    kept = storage.find(api.portal.get())
    return None if kept is None else kept.made_with(slip.number)


def made_of_the_same(slip, request):
    """Return what the person Made lately of the very same with another slip, or None."""
    kept = storage.find(api.portal.get())
    if kept is None or ASKED in request.form:
        return None
    return kept.same(slip.user, slip.form, slips.fingerprint(request.form), now())


def remember(slip, request, url, title):
    """Note in this transaction what came of a form."""
    made = Made(slip.user, slip.form, slips.fingerprint(request.form), url, title)
    storage.ensure(api.portal.get()).remember(slip.number, made)


def keep_typed(slip, request):
    """Keep what was typed for the person of the slip; return its number or None."""
    typed = Typed(slip.form, slips.kept(request.form), slips.files_of(request.form))
    return storage.ensure(api.portal.get()).keep(slip.user, typed, now())


def typed_again(number, form_path):
    """Return what the person who is signed in had Typed into this form, or None."""
    kept, user = storage.find(api.portal.get()), asking.userid()
    if kept is None or user is None or not isinstance(number, str):
        return None
    typed = kept.typed_by(user, number, now())
    return typed if typed is not None and typed.form == form_path else None


def forget_typed(number):
    """Forget what was typed: it is saved now."""
    kept, user = storage.find(api.portal.get()), asking.userid()
    if kept is not None and user is not None and isinstance(number, str):
        kept.forget_typed(user, number)


def forget_person(event):
    """Forget what somebody typed and made whose account goes (IPrincipalDeletedEvent)."""
    site = queryUtility(ISiteRoot)
    kept = storage.find(site) if site is not None else None
    if kept is not None:
        kept.forget_person(event.principal)
