"""Programmes that fit, with the reasons: on the page of a consultation, on a page of its own, and
beside the form while somebody types."""

from functools import cached_property
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.tools import site_url
from kommunalhub.funding.interfaces import IFundingConsultation
from kommunalhub.funding.lessons.notes import operations as lessons
from kommunalhub.funding.matching import operations
from kommunalhub.funding.matching import rules
from kommunalhub.funding.matching.sentences import FITS
from kommunalhub.funding.matching.sentences import LOOKS
from kommunalhub.funding.matching.sentences import said
from kommunalhub.funding.matching.sentences import SIGNS
from Products.Five import BrowserView
from z3c.form.field import Fields
from z3c.form.form import Form
from zope.i18n import translate


PAGE_SIZE = 10
#: How many stand on the page of a case and beside the form.
FIRST = 3
CLASSES = {rules.FOR: "pro", rules.OPEN: "", rules.AGAINST: "con", rules.RULED_OUT: "con"}


def row_of(match, brain, request):
    """Return what is shown of a programme: {uid, url, title, fit, look, score, reasons}."""
    return {
        "uid": match.uid,
        "url": brain.getURL(),
        "title": brain.Title,
        "fit": match.fit,
        "fit_title": translate(FITS[match.fit], context=request),
        "look": LOOKS[match.fit],
        "score": match.score,
        "reasons": [
            {
                "sign": reason.sign,
                "sign_title": translate(SIGNS[reason.sign], context=request),
                "look": CLASSES[reason.sign],
                "code": reason.code,
                "text": said(reason, request),
            }
            for reason in match.reasons
        ],
    }


def with_lessons(rows):
    """Return the rows with `lessons`, how many experience notes about a programme one may read."""
    counts = lessons.counts([row["uid"] for row in rows])
    return [row | {"lessons": counts[row["uid"]]} for row in rows]


class Found(BrowserView):
    """What has to do with found programmes: `found` is a Ranking, the best first."""

    #: Whether there was anything to go by.
    asked = True

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@matches"

    @cached_property
    def found(self):
        return operations.matches(operations.project_of_case(self.context))

    @cached_property
    def fitting(self):
        """How many fit, with conditions or without."""
        return self.found.fitting

    def rows(self):
        """The best of those that fit."""
        found = self.found[: min(FIRST, self.fitting)]
        return with_lessons([row_of(*pair, self.request) for pair in found])


class FirstMatches(Found):
    """The best programmes, as a part of the page of a consultation."""


class Matches(Found):
    """`@@matches` of a consultation: all programmes, the best first, each with reasons.

    Programmes that do not fit come last; nothing is hidden, so that nobody goes on
    looking for them.
    """

    @cached_property
    def batch(self):
        return batch_of(self.request, len(self.found), PAGE_SIZE, self.url)

    @property
    def radar_url(self):
        """The form of a new profile that begins with this case."""
        return f"{site_url()}/foerderung/@@radar-profile?case={self.context.UID()}"

    def rows(self):
        found = self.batch.cut(self.found)
        return with_lessons([row_of(*pair, self.request) for pair in found])


class TypedProject(Form):
    """What the form of a consultation sends of what decides on programmes."""

    fields = Fields(IFundingConsultation).select(*operations.FIELDS)
    ignoreContext = True


class MatchesWhileTyping(Found):
    """`@@matches-while-typing`: the same for what stands in the form now; keeps nothing.

    Takes what the form would send (POST). What is not understood yet counts as not known.
    """

    url = None

    def __call__(self):
        self.request.response.setHeader("X-Robots-Tag", "noindex")
        self.request.response.setHeader("Cache-Control", "no-store")
        return self.index()

    @cached_property
    def data(self):
        form = TypedProject(self.context, self.request)
        form.update()
        return form.extractData(setErrors=False)[0]

    @property
    def asked(self):
        """Without topics and cost every programme would look alike."""
        return bool(self.data.get("topics") or self.data.get("total_cost"))

    @cached_property
    def found(self):
        if not self.asked:
            return operations.Ranking()
        return operations.matches(operations.project_of(self.data, self.context.partner))
