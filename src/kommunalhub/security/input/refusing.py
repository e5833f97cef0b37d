"""What people read whose input cannot be read."""

from kommunalhub import _
from kommunalhub.core.restapi.body import wrong
from zExceptions import BadRequest
from zope.i18n import translate


SENTENCES = {
    "signs": _("error_no_sign", default="This text holds signs that are none."),
    "number": _("error_no_number", default="This number is none we can work with."),
    "nested": _("error_nested", default="This is nested too deeply to be answered."),
    "json": _("error_no_json", default="The body is no valid JSON."),
    "object": _("error_json_expected", default="A JSON object was expected."),
    "form": _("error_form_unreadable", default="The form or the address cannot be read."),
    "value": _("error_value_form", default="This value has a form that does not fit here."),
    "unknown": _(
        "error_input_unknown",
        default="What was sent does not fit this address, so that nothing was done.",
    ),
}


def refusal(error, request):
    """Return the BadRequest for a WrongForm, with the name of the field where there is one."""
    if error.name:
        return wrong(error.name.encode("utf-8", "replace").decode(), SENTENCES[error.why], request)
    return BadRequest(translate(SENTENCES[error.why], context=request))
