"""Forms that do one thing: what is refused stands at its field, then they lead on."""

from kommunalhub import _
from kommunalhub.core.forms.shell import HubForm
from plone import api
from z3c.form import button


class ActingForm(HubForm):
    """A form whose button „Save“ calls `act`.

    refusals: exceptions of `act` whose `errors` are {field: sentence}. made: the name of what was
    made, for who sends the form once more; else its label.
    """

    ignoreContext = True
    once = True
    refusals = ()
    made = None

    def act(self, data):
        """Do what is asked for with what was typed; return (address, message)."""
        raise NotImplementedError

    def errors_of(self, refusal):
        """Return {field: sentence} of one of the refusals."""
        return refusal.errors

    @button.buttonAndHandler(_("button_save", default="Save"), name="save")
    def handle_save(self, action):
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        try:
            url, message = self.act(data)
        except self.refusals as refusal:
            self.show_errors(self.errors_of(refusal))
            return
        api.portal.show_message(message, self.request)
        self.finished(url, self.made or self.label)
        self.request.response.redirect(url)
