"""What text blocks of pages are about: a list that the hub management edits."""

from kommunalhub.core.vocabularies import RegistryVocabulary


topics = RegistryVocabulary("kommunalhub.page_block_topics")
