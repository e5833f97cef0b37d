"""What was made with which slip, and what was typed when a session ended, kept with the site.

`made` maps numbers of slips to what came of them. Two requests with one slip insert the same key,
which the database never merges: one of them is done again and finds what the other made.
"""

from BTrees.OOBTree import OOBTree
from dataclasses import astuple
from dataclasses import dataclass
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.forms import slips
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations

import json


KEY = "kommunalhub.core.forms"
#: How many forms are kept for one person.
FORMS = 5


@dataclass(frozen=True)
class Made:
    """What was made with a form. user: who did; form: its path; url, title: of what was made."""

    user: str
    form: str
    fingerprint: str
    url: str
    title: str


@dataclass(frozen=True)
class Typed:
    """What somebody had typed. values: as the browser sent them; files: names of lost ones."""

    form: str
    values: dict
    files: list


class Slips(Persistent):
    """made: {number: tuple as Made}; typed: {user: {number: JSON of Typed}}."""

    def __init__(self):
        self.made = OOBTree()
        self.typed = OOBTree()

    def remember(self, number, made):
        self.made[number] = astuple(made)

    def made_with(self, number):
        found = self.made.get(number)
        return None if found is None else Made(*found)

    def same(self, user, form, fingerprint, now):
        """Return what a person Made lately of the very same, the latest; None for nothing."""
        lately = self.made.values(min=slips.number_before(now, slips.SAME))
        found = [made for made in lately if made[:3] == (user, form, fingerprint)]
        return Made(*found[-1]) if found else None

    def keep(self, user, typed, now):
        """Keep what was typed and return its number, None if it is too much.

        The oldest of the person goes. now: seconds since 1970.
        """
        text = json.dumps([typed.form, typed.values, typed.files])
        if len(text) > slips.MOST:
            return None
        if user not in self.typed:
            self.typed[user] = OOBTree()
        own = self.typed[user]
        number = slips.new_number(now)
        own[number] = text
        while len(own) > FORMS:
            del own[own.minKey()]
        return number

    def typed_by(self, user, number, now):
        """Return what this person typed, while it is young enough, else None."""
        text = self.typed.get(user, {}).get(number)
        if text is None or number < slips.number_before(now, slips.KEPT):
            return None
        return Typed(*json.loads(text))

    def forget_typed(self, user, number=None):
        """Forget one form of a person, or all of them."""
        own = self.typed.get(user)
        if own is None:
            return
        if number is not None:
            own.pop(number, None)
        if number is None or not own:
            del self.typed[user]

    def forget_person(self, user):
        """Forget what a person typed, and what they made with which slip."""
        self.forget_typed(user)
        for number in [number for number, made in self.made.items() if made[0] == user]:
            del self.made[number]

    def untidy(self, now):
        """Return whether something is older than it is kept."""
        old = slips.number_before(now, slips.LIFE)
        return bool(self.made and self.made.minKey() < old) or any(
            own.minKey() < slips.number_before(now, slips.KEPT)
            for own in self.typed.values()
            if own
        )

    def tidy(self, now):
        for number in list(self.made.keys(max=slips.number_before(now, slips.LIFE))):
            del self.made[number]
        for user, own in list(self.typed.items()):
            for number in list(own.keys(max=slips.number_before(now, slips.KEPT))):
                del own[number]
            if not own:
                del self.typed[user]


def find(portal):
    """Return the Slips of a site, or None while there are none; reads only."""
    return IAnnotations(portal).get(KEY)


def ensure(portal):
    return ensured_on(portal, KEY, Slips)
