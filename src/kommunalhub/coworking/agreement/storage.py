"""Where agreements are kept, each with its case; and the wordings that the management had."""

from BTrees.IOBTree import IOBTree
from kommunalhub.core.ensuring import ensured_on
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.coworking.agreement"
WORDINGS = "kommunalhub.coworking.wordings"


class Agreement(Persistent):
    """facts: what is printed, plain values. pdf: a blob, made once.

    accepted: {"when", "by"} or None. Written as one, so of two at once one is tried again.
    """

    accepted = None

    def __init__(self, facts, pdf):
        self.facts = facts
        self.pdf = pdf


def agreement_of(case):
    """Return the Agreement of an application, None where none was drawn up."""
    return IAnnotations(case).get(KEY)


def keep(case, agreement):
    IAnnotations(case)[KEY] = agreement


def wordings_of(portal):
    """Return {number: {"text", "rules", "when", "by"}} of earlier wordings and the present one."""
    kept = IAnnotations(portal).get(WORDINGS)
    return kept if kept is not None else {}


def keep_wording(portal, wording):
    """Keep one more wording; return its number."""
    wordings = ensured_on(portal, WORDINGS, IOBTree)
    number = max(wordings, default=0) + 1
    wordings[number] = wording
    return number
