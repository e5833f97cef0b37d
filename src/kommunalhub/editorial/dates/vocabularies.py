"""The facts on access that people look for before they come; the office edits the list."""

from kommunalhub.core.vocabularies import RegistryVocabulary


ACCESS = "kommunalhub.event_access"
#: Topics and audiences are those of the trainings: one list for all dates.
TOPICS, AUDIENCES = "kommunalhub.material_topics", "kommunalhub.material_audiences"

access = RegistryVocabulary(ACCESS)
