"""Tags in pick lists: only those of what the person may see; Plone offers all there are."""

from kommunalhub.security.settings import is_installed
from plone import api
from plone.app.vocabularies.catalog import safe_simplevocabulary_from_values


INDEX = "Subject"


def all_keywords(vocabulary, kwfilter):
    """Return a vocabulary (instead of KeywordsVocabulary.all_keywords): one query of the catalog.

    Other vocabularies of the class, for other indexes, stay as they are, and other sites.
    """
    if not is_installed() or vocabulary.keyword_index != INDEX:
        return vocabulary._old_all_keywords(kwfilter)
    catalog = api.portal.get_tool("portal_catalog")
    known = list(catalog.Indexes[INDEX].uniqueValues())
    brains = catalog(**{INDEX: {"query": known, "operator": "or"}}) if known else ()
    seen = sorted({tag for brain in brains for tag in brain.Subject})
    return safe_simplevocabulary_from_values(seen, query=kwfilter)
