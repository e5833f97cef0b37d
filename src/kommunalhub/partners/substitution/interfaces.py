"""What others may use of substitutions: the event, the mark of a kind of case, exceptions."""

from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface


class ICaseType(Interface):
    """Named utility (name: portal type): cases of this type are decided on."""

    passes = Attribute("Whether a substitute decides on them too.")


class ISubstitutionChanged(Interface):
    """Both people should know of a substitution, in this transaction."""

    substitution = Attribute("A rules.Substitution, as it is now.")
    what = Attribute('"named", "begun", "ended", or "cancelled" before it has begun.')
    by = Attribute("Id of who did it; None where only time has passed.")


@implementer(ISubstitutionChanged)
class SubstitutionChanged:
    """See ISubstitutionChanged."""

    def __init__(self, substitution, what, by=None):
        self.substitution = substitution
        self.what = what
        self.by = by


class SubstitutionInvalid(ValueError):
    """It cannot be named like this; `errors` is {field name: translatable sentence}."""

    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


class NotYours(Exception):
    """Who is logged in may not name or end a substitute of this person."""
