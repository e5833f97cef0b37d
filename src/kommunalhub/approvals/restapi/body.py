"""Reading the JSON that clients send; what does not fit gets a 400 with the field's name."""

from kommunalhub import _
from zExceptions import BadRequest
from zope.i18n import translate


def text_of(data, name, request):
    """Return data[name] as text, empty when missing; BadRequest when it is something else."""
    value = data.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise wrong(name, _("error_text_expected", default="This must be a text."), request)
    return value


def texts_of(data, name, limit, request):
    """Return data[name] as a list of up to `limit` texts; BadRequest when it is not one."""
    value = data.get(name)
    if not isinstance(value, list) or not value or not all(isinstance(v, str) for v in value):
        message = _("error_texts_expected", default="This must be a list of texts, at least one.")
        raise wrong(name, message, request)
    if len(value) > limit:
        message = _("error_too_many", default="At most ${n} at once, please.", mapping={"n": limit})
        raise wrong(name, message, request)
    return value


def wrong(name, message, request):
    """Return a BadRequest that names the field, as plone.restapi's deserialisers do."""
    return BadRequest([{"field": name, "message": translate(message, context=request)}])
