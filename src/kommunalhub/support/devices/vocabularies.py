"""Pick lists of devices; the office edits them in the registry."""

from kommunalhub.core.vocabularies import RegistryVocabulary


kinds = RegistryVocabulary("kommunalhub.device_kinds")
conditions = RegistryVocabulary("kommunalhub.device_conditions")
