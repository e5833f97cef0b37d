"""Pick lists of the materials; the office edits them in the registry."""

from kommunalhub.core.vocabularies import RegistryVocabulary


topics = RegistryVocabulary("kommunalhub.material_topics")
audiences = RegistryVocabulary("kommunalhub.material_audiences")
levels = RegistryVocabulary("kommunalhub.material_levels")
languages = RegistryVocabulary("kommunalhub.material_languages")
licences = RegistryVocabulary("kommunalhub.material_licences")
