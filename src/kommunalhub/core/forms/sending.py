"""A form that is sent twice, or after the session ended."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.forms import once
from plone import api


class SentOnce:
    """Part of a form of ours: makes one thing, and keeps what was typed.

    once: whether it makes something, which must not be made twice by one form.
    """

    once = False
    #: What was Made with this form before, when it is sent once more with other values.
    made_before = None
    #: Whether the form lay open for too long.
    is_stale = False
    #: Whether somebody else was given the form than who sends it.
    is_foreign = False
    #: What was Typed before the session ended.
    typed = None

    @property
    def path(self):
        return once.path_of(self.context, self.__name__)

    def may_be_sent(self):
        """Look at the slip of what was sent; return False when all is done."""
        slip = once.slip_in(self.request)
        if slip is None or not self.pressed():
            return True
        if not slip.is_of(asking.userid(), self.path):
            self.is_foreign = True
            self.release()
            return True
        if not self.once:
            return True
        made = once.made_with(slip)
        same = once.made_of_the_same(slip, self.request) if made is None else None
        if made is not None and made.fingerprint == once.slips.fingerprint(self.request.form):
            message = _(
                "form_made_already",
                default="This was saved already: nothing was made twice.",
            )
            api.portal.show_message(message, self.request)
            self.request.response.redirect(made.url, status=303)
            return False
        if made is not None or same is not None:
            self.made_before = made or same
            self.release()
        elif not slip.is_fresh(once.now()):
            self.is_stale = True
            self.release()
        return True

    def pressed(self):
        """Return the buttons that were pressed, but not those that only leave the form."""
        prefix = f"{self.prefix}buttons."
        return [
            name
            for name in self.request.form
            if name.startswith(prefix) and name != f"{prefix}cancel"
        ]

    def release(self):
        """Let go of the button: the form is shown again with what was typed."""
        for name in self.pressed():
            del self.request.form[name]

    def take_what_was_typed(self):
        """Fill the form with what was typed before the session ended, once signed in again."""
        self.typed = once.typed_again(self.request.form.get(once.TYPED), self.path)
        if self.typed is not None:
            self.request.form.update(self.typed.values)
            self.allow_prefill_from_GET_request = True

    def finished(self, url, title):
        """Tell that this form has made something: it is not made again, nothing is kept."""
        slip = once.slip_in(self.request)
        if self.once and slip is not None and slip.is_of(asking.userid(), self.path):
            once.remember(slip, self.request, url, title)
        once.forget_typed(self.request.form.get(once.TYPED))
