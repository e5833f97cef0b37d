"""Pick lists of co-working; the office edits them in the registry."""

from kommunalhub.core.vocabularies import RegistryVocabulary


applicant_kinds = RegistryVocabulary("kommunalhub.coworking_applicant_kinds")
space_kinds = RegistryVocabulary("kommunalhub.coworking_space_kinds")
weekdays = RegistryVocabulary("kommunalhub.coworking_weekdays")
