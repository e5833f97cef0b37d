"""Pick lists that the office edits."""

from kommunalhub.core.vocabularies import RegistryVocabulary


kinds = RegistryVocabulary("kommunalhub.bike_kinds")
