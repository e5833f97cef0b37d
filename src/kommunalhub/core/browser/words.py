"""Words of templates are looked up once: catalogues do not change while a process runs.

Each word of a page goes through some twenty calls of zope.i18n to end at the same dictionary; a
page has about a hundred of them. What is said with values (`${n} cases`) is worked out anew.
"""

from functools import lru_cache
from zope.i18nmessageid import Message

import chameleon.i18n


def translate(msgid, domain=None, mapping=None, context=None, target_language=None, default=None):
    """Return what a template says for a message, as chameleon.i18n.fast_translate does."""
    if target_language is None or mapping or getattr(msgid, "mapping", None):
        return chameleon.i18n.fast_translate(
            msgid, domain, mapping, context, target_language, default
        )
    own = (msgid.domain, msgid.default) if type(msgid) is Message else None
    return _translated(msgid, own, domain, target_language, default)


@lru_cache(maxsize=5000)
def _translated(msgid, _own, domain, target_language, default):
    return chameleon.i18n.fast_translate(msgid, domain, None, None, target_language, default)
