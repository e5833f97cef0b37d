"""Plone's pick lists of people, without those who may not be found.

They are registered in the site (profiles/default/componentregistry.xml), so that other sites of
the same server keep Plone's.
"""

from kommunalhub.partners.people.visible import is_visible
from plone.app.vocabularies.principals import PrincipalsFactory
from plone.app.vocabularies.principals import PrincipalsVocabulary
from plone.app.vocabularies.principals import UsersFactory


class VisiblePrincipals(PrincipalsVocabulary):
    """Shows whom one may find; a stored value stays valid, but tells no name."""

    def _get_term_from_source(self, value=None, token=None):
        principal_id = _person(self.principal_source, value or token)
        if principal_id is None or is_visible(principal_id):
            return super()._get_term_from_source(value=value, token=token)
        if token:
            raise LookupError(f"Principal {token} not found")
        return self.createTerm(value, value, principal_id)


def _person(source, name):
    """Return the user id in a value (user:x) or token (user__x), or None for a group."""
    if source == "user":
        return name
    for prefix in ("user:", "user__"):
        if name.startswith(prefix):
            return name.removeprefix(prefix)
    return None


class _Visible:
    """What the two pick lists share."""

    def use_principal_triple(self, triple):
        person = _person(self.source, triple[0])
        return person is None or is_visible(person)

    def __call__(self, context, query=""):
        terms = super().__call__(context, query)
        vocabulary = VisiblePrincipals(list(terms))
        vocabulary.principal_source = self.source
        return vocabulary


class VisibleUsersFactory(_Visible, UsersFactory):
    """`plone.app.vocabularies.Users` for this person."""


class VisiblePrincipalsFactory(_Visible, PrincipalsFactory):
    """`plone.app.vocabularies.Principals` for this person: people and all groups."""
