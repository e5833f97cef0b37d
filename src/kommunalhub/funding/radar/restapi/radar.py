"""@funding-radar of the section: profiles, and what one of them finds today."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.amounts import LIMIT
from kommunalhub.core.money import as_json
from kommunalhub.core.money import read_json
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import number_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.body import texts_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.core.validation import FieldError
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.funding.radar import operations
from kommunalhub.funding.radar import rules
from kommunalhub.funding.radar import said
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.batching import HypermediaBatch
from zExceptions import NotFound
from zope.interface import alsoProvides


LISTS = {
    "topics": "kommunalhub.funding_topics",
    "applicant": "kommunalhub.funding_eligible",
    "areas": "kommunalhub.funding_areas",
}
COSTS = ("cost_from", "cost_to")
FIELDS = ("title", "owner", *LISTS, *COSTS)
SWITCHES = ("paused", "listening")


class RadarService(NumberInPath, OwnService):
    """What the services share; the number of a profile may follow in the address."""

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@funding-radar"

    def one(self, look_up=operations.get):
        try:
            return look_up(self.number)
        except KeyError as error:
            raise NotFound(str(self.number)) from error

    def item(self, profile):
        return {
            "@id": f"{self.url}/{profile.number}",
            "number": profile.number,
            "title": profile.title,
            "owner": profile.partner or operations.ME,
            **{name: list(getattr(profile, name)) for name in LISTS},
            **{name: as_json(getattr(profile, name)) for name in COSTS},
            "paused": profile.is_paused,
            "listening": asking.userid() in operations.listeners_of(profile),
            "link": f"{self.context.absolute_url()}/@@foerderradar/{profile.number}",
        }

    def values(self, data, kept=()):
        """Return the values in what was sent, those not sent from {name: value} of before."""
        for name in data:
            if name not in (*FIELDS, *SWITCHES):
                message = _("error_unknown_field", default="There is no such setting.")
                raise wrong(name, message, self.request)
        values = dict(kept)
        for name in ("title", "owner"):
            if name in data:
                values[name] = text_of(data, name, self.request)
        for name, record in LISTS.items():
            if name in data:
                values[name] = self.tokens(data, name, titles_of(record))
        for name in COSTS:
            if name in data:
                values[name] = self.amount(data, name)
        return values

    def tokens(self, data, name, known):
        if data[name] in ([], None):
            return set()
        found = texts_of(data, name, rules.MOST_VALUES, self.request)
        if not known.keys() >= set(found):
            message = _(
                "error_one_of",
                default="This must be one of: ${values}.",
                mapping={"values": ", ".join(known)},
            )
            raise wrong(name, message, self.request)
        return set(found)

    def amount(self, data, name):
        if data[name] in (None, ""):
            return None
        try:
            number = read_json(data[name])
        except FieldError as error:
            raise wrong(name, error.args[0], self.request) from error
        exact = number.is_finite() and number.normalize().as_tuple().exponent >= -2
        if not exact or not 0 <= number <= LIMIT:
            message = _("error_deminimis_amount", default="Please write an amount like 12.500,00.")
            raise wrong(name, message, self.request)
        return number


class RadarGet(RadarService):
    """GET: all that one may see; with a number one of them and what it finds, batched."""

    def answer(self):
        if self.number is None:
            found = [self.item(profile) for profile in operations.profiles()]
            return {"@id": self.url, "items": found, "items_total": len(found)}
        number_of(self.request, "b_size", 25, least=1)
        number_of(self.request, "b_start", 0, least=0)
        profile = self.one()
        batch = HypermediaBatch(self.request, operations.fitting(profile))
        answer = {
            **self.item(profile),
            "items": [self.find(profile, *pair) for pair in batch],
            "items_total": batch.items_total,
        }
        return answer | ({"batching": batch.links} if batch.links else {})

    def find(self, profile, match, brain):
        news = profile.news
        return {
            "@id": brain.getURL(),
            "@type": "FundingProgramme",
            "UID": match.uid,
            "title": brain.Title,
            "fit": match.fit,
            "score": match.score,
            "news": said.news_text(news[match.uid], self.request) if match.uid in news else None,
            "reasons": [
                {name: one[name] for name in ("sign", "code", "text")}
                for one in said.reasons_of(match, self.request)
            ],
        }


class RadarPost(RadarService):
    """POST {title, owner, topics, applicant, areas, cost_from, cost_to}: 201 with the profile."""

    def answer(self):
        if self.number is not None:
            raise NotFound(str(self.number))
        values = self.values(body_of(self.request))
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            profile = operations.save(None, values)
        except operations.Wrong as error:
            return refused(error.errors, self.request)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", f"{self.url}/{profile.number}")
        return self.item(profile)


class RadarPatch(RadarService):
    """PATCH with a number: any of the fields, `paused`, and `listening` for oneself."""

    def answer(self):
        profile, data = self.one(), body_of(self.request)
        before = {name: getattr(profile, name) for name in (*LISTS, *COSTS, "title")}
        values = self.values(data, {**before, "owner": profile.partner or operations.ME})
        for name in SWITCHES:
            if name in data and not isinstance(data[name], bool):
                message = _("error_yes_or_no", default="This must be true or false.")
                raise wrong(name, message, self.request)
        if set(data) - {"listening"}:
            self.one(operations.kept)
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            if set(data) & set(FIELDS):
                operations.save(self.number, values)
            if "paused" in data:
                operations.pause(profile, data["paused"])
            if "listening" in data:
                operations.listen(profile, data["listening"])
        except operations.Wrong as error:
            return refused(error.errors, self.request)
        return self.item(profile)


class RadarDelete(RadarService):
    """DELETE with a number: 204, or 404 for what one may not change."""

    def answer(self):
        self.one(operations.kept)
        alsoProvides(self.request, IDisableCSRFProtection)
        operations.delete(self.number)
        return self.reply_no_content()
