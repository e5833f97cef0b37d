"""Forms and addresses whose parts cannot be read get a 400, on a page of the site.

Zope reads them before it knows of any site: `b_size:int=x` fails there, with a page of Zope's own.
So that reading is looked after, and what it stumbled over is told when the site is known.
"""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.input import rules
from kommunalhub.security.input.refusing import refusal


#: What Plone takes for one text without looking, before and after anything is called.
ONE_TEXT = ("came_from", "__ac_name", "__ac_password")
UNREADABLE = "kommunalhub.security.unreadable"


def look_after_reading(event):
    """Have the form of this request read by us (IPubStart)."""
    request = event.request
    request.processInputs = lambda: read(request)


def read(request):
    """Read the form as Zope does; note in the environment when that is impossible."""
    del request.processInputs  # a circle, and what stands in its way below
    try:
        request.processInputs()
        for name in ONE_TEXT:
            if not isinstance(request.form.get(name, ""), str):
                raise ValueError(f"more than one {name}")
    except Exception as error:  # converters raise what they like
        request.environ[UNREADABLE] = error
        request.form.clear()


def refuse_unreadable(event):
    """Refuse what could not be read (IPubAfterTraversal)."""
    request = event.request
    error = request.environ.pop(UNREADABLE, None)
    if error is not None:
        if not IKommunalhubLayer.providedBy(request):
            raise error
        raise refusal(rules.WrongForm("form"), request) from error
    if request.form and IKommunalhubLayer.providedBy(request):
        try:
            rules.check_form(request.form)
        except rules.WrongForm as wrong:
            raise refusal(wrong, request) from wrong
