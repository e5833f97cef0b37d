"""@plan on a folder of spaces: where each is, how it is at a time; and where it is put."""

from dataclasses import asdict
from kommunalhub import _
from kommunalhub.booking.plan import operations
from kommunalhub.booking.plan import standing
from kommunalhub.booking.plan.operations import PlanRefused
from kommunalhub.booking.plan.rules import Place
from kommunalhub.booking.plan.sheet import sheet_of
from kommunalhub.booking.settings import terms_of
from kommunalhub.core import formatting
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import moment_in
from kommunalhub.core.restapi.body import refused
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope.i18n import translate
from zope.interface import alsoProvides


NUMBERS = ("x", "y", "width", "height")
MOMENT = _(
    "error_substitution_moment",
    default="Please send a date with a time, e.g. 2026-12-24T08:00:00+01:00.",
)
PLACES = _(
    "error_plan_places",
    default="Please send an object of places by the UID of their space, null for not on the plan.",
)
UNKNOWN_SPACE = _("error_plan_space", default="There is no such space here.")
UNKNOWN_FIELD = _("error_partner_unknown_field", default="There is no such field.")


class PlanService(Service):
    """What both methods answer."""

    def answer(self, moment):
        now, sheet = formatting.now(), sheet_of(self.context)
        url = self.context.absolute_url()
        drawing = None
        if sheet.has_drawing:
            address = f"{url}/@@raumplan-zeichnung?v={sheet.plan.digest}"
            drawing = {"@id": address, "text": sheet.plan.text}
        items = [
            self.item(sheet, uid, moment or now, now) for uid in (*sheet.order, *sheet.missing)
        ]
        return {
            "@id": f"{url}/@plan",
            "at": (moment or now).isoformat(),
            "drawing": drawing,
            "height": round(sheet.height, 4),
            "items": items,
            "items_total": len(items),
        }

    def item(self, sheet, uid, moment, now):
        space, place = sheet.spaces[uid], sheet.places.get(uid)
        found = standing.standing_of(space, terms_of(space), moment, now)
        shown = {
            "@id": space.absolute_url(),
            "UID": uid,
            "title": space.Title(),
            "kind": space.kind,
            "state": found.state,
            "until": found.until.isoformat() if found.until else None,
            "place": asdict(place) if place is not None else None,
        }
        called = translate(found.called, context=self.request) if found.called else ""
        return {**shown, "called": called} if called else shown


class PlanGet(PlanService):
    """GET ?at=: all spaces as one reads the plan; details only of what the person may read."""

    def reply(self):
        text = self.request.form.get("at")
        if text in (None, ""):
            return self.answer(None)
        try:
            moment = moment_in(text)
        except ValueError:
            return refused({"at": MOMENT}, self.request)
        return self.answer(moment)


class PlanPatch(PlanService):
    """PATCH {places: {UID: {x, y, width, height, label} or null}}: all of them or none."""

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        data = body_of(self.request)
        errors = dict.fromkeys(set(data) - {"places"}, UNKNOWN_FIELD)
        places = data.get("places")
        known = sheet_of(self.context).spaces
        if not isinstance(places, dict) or not places:
            errors["places"] = PLACES
            return refused(errors, self.request)
        found = {}
        for uid, sent in places.items():
            if uid not in known:
                errors[uid] = UNKNOWN_SPACE
                continue
            found[uid] = None
            if sent is not None:
                found[uid], wrong = place_of(sent, uid)
                errors |= wrong
        if errors:
            return refused(errors, self.request)
        try:
            operations.put(self.context, found)
        except PlanRefused as refusal:
            return refused(refusal.errors, self.request)
        return self.answer(None)


def place_of(sent, uid):
    """Return (Place or None, {field: message}) of what was sent for a space."""
    if not isinstance(sent, dict):
        return None, {uid: PLACES}
    errors = {f"{name}-{uid}": UNKNOWN_FIELD for name in set(sent) - {*NUMBERS, "label"}}
    for name in NUMBERS:
        if type(sent.get(name)) is not int:
            errors[f"{name}-{uid}"] = operations.WRONG["range"]
    label = sent.get("label", "")
    if not isinstance(label, str):
        errors[f"label-{uid}"] = operations.WRONG["label"]
    if errors:
        return None, errors
    return Place(*(sent[name] for name in NUMBERS), label.strip()), {}
