"""Pick lists of support; the office edits them in the registry."""

from kommunalhub.core.vocabularies import RegistryVocabulary


urgencies = RegistryVocabulary("kommunalhub.support_urgencies")
categories = RegistryVocabulary("kommunalhub.support_categories")
