"""Where answers are kept: apart from registrations, under keys that mean nothing.

That somebody has answered is known, so that each answers once; what they said is kept without
number, name or time, in the order of random keys.
"""

from BTrees.IIBTree import IITreeSet
from BTrees.OOBTree import OOBTree
from dataclasses import replace
from kommunalhub.core.ensuring import ensured_in
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.tools import site
from kommunalhub.workshops.evaluation.rules import Sheet
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations

import secrets


KEY = "kommunalhub.workshops.evaluation"


class Answers(Persistent):
    """done: numbers of registrations that have answered; sheets: {random key: plain values}.

    `changes` is written with each answer: of one sent twice at once the second sees the first.
    """

    changes = 0

    def __init__(self):
        self.done = IITreeSet()
        self.sheets = OOBTree()

    def all(self):
        """Return {key: Sheet}, in the order of keys that mean nothing."""
        return {
            key: Sheet(dict(ratings), comment, is_shown)
            for key, (ratings, comment, is_shown) in self.sheets.items()
        }

    def add(self, number, sheet):
        self.changes += 1
        self.done.insert(number)
        self._keep(secrets.token_hex(8), sheet)

    def show(self, key, is_shown):
        """Release a comment, or hold it back; raises KeyError."""
        self.changes += 1
        self._keep(key, replace(self.all()[key], is_shown=is_shown))

    def _keep(self, key, sheet):
        self.sheets[key] = (tuple(sheet.ratings.items()), sheet.comment, sheet.is_shown)


def answers_to(uid):
    """Return the Answers to a workshop, empty ones where nobody has answered."""
    kept = IAnnotations(site()).get(KEY)
    found = kept.get(uid) if kept is not None else None
    return found if found is not None else Answers()


def ensured_answers(uid):
    return ensured_in(ensured_on(site(), KEY, OOBTree), uid, Answers)


def forget(uid):
    """Let what was said of a workshop that is gone go too."""
    kept = IAnnotations(site()).get(KEY)
    if kept is not None and uid in kept:
        del kept[uid]
