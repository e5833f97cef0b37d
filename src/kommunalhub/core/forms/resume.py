"""Forms written by hand: what was typed before the session ended is there again.

Their page says who was given it with a slip for the thing it is about, not for one form:

    <tal:carried replace="structure context/@@hub-carried" />

stands in each such form. Their views fill fields from `request.form`, as they do when something
was wrong. So who signs in again and is led back needs no more than that what they had typed is in
it once more; nothing is done by that, for a GET does nothing.
"""

from html import escape
from kommunalhub import _
from kommunalhub.core.forms import once
from kommunalhub.core.forms.interfaces import IHubFormPage
from kommunalhub.core.reading import once as worked_out_once
from kommunalhub.interfaces import IKommunalhubLayer
from plone import api
from Products.Five import BrowserView


RESUMED = "_kommunalhub_resumed"
DONE = (302, 303)


class Carried(BrowserView):
    """`hub-carried`: the hidden fields of a form written by hand; none for who is not signed in."""

    def __call__(self):
        carried = {once.SLIP: slip_of(self.context), once.TYPED: self.request.form.get(once.TYPED)}
        return "".join(
            f'<input name="{name}" type="hidden" value="{escape(value)}" />'
            for name, value in carried.items()
            if isinstance(value, str)
        )


@worked_out_once
def slip_of(context):
    """Return a slip for the forms about a thing, or None."""
    return once.new_slip(once.path_of(context, ""), True)


def fill_in(event):
    """Put what was typed into a request that leads back to its form (IPubAfterTraversal)."""
    request = event.request
    number = request.form.get(once.TYPED)
    if number is None or request.get("REQUEST_METHOD") != "GET":
        return
    published = request.get("PUBLISHED")
    context = getattr(published, "context", None)
    if context is None or not IKommunalhubLayer.providedBy(request):
        return
    if IHubFormPage.providedBy(published) or not hasattr(context, "getPhysicalPath"):
        return  # forms drawn by the shell see to it themselves
    typed = once.typed_again(number, once.path_of(context, ""))
    if typed is None:
        return
    request.form.update(typed.values)
    vars(request)[RESUMED] = True
    message = _(
        "form_typed_again",
        default="Your session had ended. What you typed stands here again, but is not saved yet.",
    )
    api.portal.show_message(message, request, "warning")
    if typed.files:
        message = _(
            "form_files_again",
            default="Please choose these files once more: ${names}",
            mapping={"names": ", ".join(typed.files)},
        )
        api.portal.show_message(message, request, "warning")


def is_resumed(request):
    """Tell whether what was typed before the session ended is in the form of this request."""
    return RESUMED in vars(request)


def forget(event):
    """Forget what was typed once it has been sent with success (IPubBeforeCommit)."""
    request = event.request
    number = request.form.get(once.TYPED)
    if number is None or request.get("REQUEST_METHOD") != "POST":
        return
    if IKommunalhubLayer.providedBy(request) and request.response.getStatus() in DONE:
        once.forget_typed(number)
