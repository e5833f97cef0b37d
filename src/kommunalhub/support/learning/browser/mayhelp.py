"""What may help at once: beside the form while somebody types, and once more before it is sent."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.support.learning import helping
from plone import api
from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: The field of the form that says what does not work, and what was shown for it.
FIELD = "form.widgets.title"
SHOWN = "shown"
HELPED = _(
    "message_helped",
    default="Good that it helped, and thank you for telling. Nothing was reported.",
)


class MayHelp(BrowserView):
    """`@@may-help` (POST, as the form would send it, or GET with `q`): the first places that fit.

    Keeps nothing, and shows what the person may read.
    """

    template = ViewPageTemplateFile("templates/may-help.pt")
    #: Whether it stands in the form, above the button that sends it.
    in_form = False

    def __call__(self):
        self.request.response.setHeader("X-Robots-Tag", "noindex")
        self.request.response.setHeader("Cache-Control", "no-store")
        return self.template()

    @cached_property
    def text(self):
        sent = self.request.form.get(FIELD) or self.request.form.get("q")
        return sent if isinstance(sent, str) else ""

    @cached_property
    def found(self):
        """The Places, None where nothing was asked for yet."""
        return helping.places(self.context, self.request, self.text)

    def shown(self):
        """Return what the form carries of what was shown, so that nobody is shown it twice."""
        return " ".join(place.uid for place in self.found)

    def is_news(self):
        """Return whether there is something that was not shown beside the form that was sent."""
        sent = self.request.form.get(SHOWN)
        known = set(sent.split()) if isinstance(sent, str) else set()
        return any(place.uid not in known for place in self.found or ())

    @property
    def may_count(self):
        """Whether who asks is counted when something has helped: whoever has an account."""
        return not asking.is_anonymous()

    @property
    def helped_url(self):
        return f"{self.context.absolute_url()}/@@helped"


class Helped(BrowserView):
    """POST with `helped`: count that something has helped, and be done."""

    def __call__(self):
        response = self.request.response
        if self.request.method == "POST":
            check_authenticator(self.request)
            if helping.note_helped(self.request.form.get("helped")):
                api.portal.show_message(HELPED, self.request)
        response.redirect(self.context.absolute_url(), status=303)
        return ""
