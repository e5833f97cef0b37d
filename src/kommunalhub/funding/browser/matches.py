"""Programmes that fit, with the reasons: on the page of a consultation, on a page of its own, and
beside the form while somebody types."""

from functools import cached_property
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.funding.interfaces import IFundingConsultation
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


class Matches(BrowserView):
    """`@@matches` of a consultation: all programmes, the best first, each with reasons.

    Programmes that do not fit come last; nothing is hidden, so that nobody goes on
    looking for them.
    """

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@matches"

    @cached_property
    def found(self):
        """All [(Match, brain)] that this person may see."""
        return operations.matches(operations.project_of_case(self.context))

    @cached_property
    def batch(self):
        return batch_of(self.request, len(self.found), PAGE_SIZE, self.url)

    def rows(self):
        return [row_of(*pair, self.request) for pair in self.batch.cut(self.found)]

    @property
    def fitting(self):
        """How many fit, with conditions or without."""
        return sum(match.fit in (rules.FITS, rules.CONDITIONS) for match, brain in self.found)


class FirstMatches(BrowserView):
    """The best programmes, as a part of the page of a consultation."""

    def rows(self):
        found = operations.matches(operations.project_of_case(self.context))
        return first_rows(found, self.request)

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@matches"


class TypedProject(Form):
    """What the form of a consultation sends of what decides on programmes."""

    fields = Fields(IFundingConsultation).select(*operations.FIELDS)
    ignoreContext = True


class MatchesWhileTyping(BrowserView):
    """`@@matches-while-typing`: the same for what stands in the form now; keeps nothing.

    Takes what the form would send (POST). What is not understood yet counts as not known.
    """

    url = None

    def __call__(self):
        self.request.response.setHeader("X-Robots-Tag", "noindex")
        self.request.response.setHeader("Cache-Control", "no-store")
        return self.index()

    def rows(self):
        data = self._data()
        # Nothing to go by: every programme would look alike.
        if not data.get("topics") and not data.get("total_cost"):
            return []
        project = operations.project_of(data, self.context.partner)
        return first_rows(operations.matches(project), self.request)

    def _data(self):
        form = TypedProject(self.context, self.request)
        form.update()
        data, _errors = form.extractData(setErrors=False)
        return data


def first_rows(found, request):
    """Return rows of the best that fit, with conditions or without, FIRST at most."""
    fitting = [pair for pair in found if pair[0].fit in (rules.FITS, rules.CONDITIONS)]
    return [row_of(*pair, request) for pair in fitting[:FIRST]]
