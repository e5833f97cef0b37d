"""Reading the JSON that clients send; what does not fit gets a 400 with the field's name."""

from datetime import datetime
from datetime import UTC
from kommunalhub import _
from kommunalhub.core.formatting import BERLIN
from kommunalhub.core.formatting import to_local
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from zExceptions import BadRequest
from zope.i18n import translate


def body_of(request):
    """Return the JSON object that was sent; BadRequest when it is none (plone.rest's is a 500).

    What another site made a browser send does not come this far (security/writes.py), so the
    caller may leave plone.protect's token aside.
    """
    try:
        return json_body(request)
    except DeserializationError as error:
        message = _("error_json_expected", default="A JSON object was expected.")
        raise BadRequest(translate(message, context=request)) from error


def number_of(request, name, default, least):
    """Return a number from the query; BadRequest when it is none or below `least`."""
    value = request.form.get(name, default)
    try:
        number = int(value)
    except (TypeError, ValueError):
        number = least - 1
    if number < least:
        message = _(
            "error_number_expected", default="This must be ${n} or more.", mapping={"n": least}
        )
        raise wrong(name, message, request)
    return number


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


def moment_in(value):
    """Return the moment that a text in ISO 8601 names, in UTC; a day alone is its beginning.

    Without an offset it is a time in Europe/Berlin. A zone by name is never given back: the
    database keeps no such thing. Raises ValueError for what names no moment, as the lost hour in
    March.

    >>> moment_in("2026-12-24T08:00:00").isoformat(), moment_in("2026-12-24").isoformat()
    ('2026-12-24T07:00:00+00:00', '2026-12-23T23:00:00+00:00')
    >>> moment_in("2026-06-24T08:00+00:00").isoformat()
    '2026-06-24T08:00:00+00:00'
    """
    if not isinstance(value, str):
        raise ValueError(f"no text: {value!r}")
    try:
        moment = datetime.fromisoformat(value)
        aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=BERLIN)
        found = aware.astimezone(UTC)
        if moment.tzinfo is None and to_local(found).replace(tzinfo=None) != moment:
            raise ValueError(f"left out when the clocks go forward: {value}")
    except OverflowError as error:  # the first and the last day there are, in another zone
        raise ValueError(value) from error
    return found


def refused(errors, request):
    """Set the status to 400 and return what to answer: a sentence for each {field: message}."""
    request.response.setStatus(400)
    told = [
        {"field": name, "message": translate(message, context=request)}
        for name, message in errors.items()
    ]
    message = " ".join(error["message"] for error in told)
    return {"type": "BadRequest", "message": message, "errors": told}


def wrong(name, message, request):
    """Return a BadRequest that names the field, as plone.restapi's deserialisers do."""
    return BadRequest([{"field": name, "message": translate(message, context=request)}])
