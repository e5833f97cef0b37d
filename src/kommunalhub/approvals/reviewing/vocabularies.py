"""Which functions may be responsible for what stands at a place."""

from kommunalhub.core.kept import kept
from kommunalhub.partners import rules
from kommunalhub.partners.localroles import partner_of
from kommunalhub.partners.titles import spoken_title
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def functions_vocabulary(context=None):
    """Return the functions of the administration of the place and those of the hub.

    What was chosen before stays: the function of an administration that is gone is shown by its id.
    """
    partner = partner_of(context) if context is not None else None
    groups = [*rules.groups_of(partner).values()] if partner else []
    groups += rules.HUB_GROUPS
    own = kept(context, "responsible") if context is not None else None
    if own and own not in groups:
        groups.append(own)
    return SimpleVocabulary([SimpleTerm(group, title=spoken_title(group)) for group in groups])
