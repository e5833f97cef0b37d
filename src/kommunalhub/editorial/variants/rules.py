"""Which variants a page may show. Pure."""

from dataclasses import dataclass


#: The page itself; „Leichte Sprache“; „Deutsche Gebärdensprache (DGS)“. In this order they stand.
STANDARD, PLAIN, SIGN = "standard", "plain", "sign"
KINDS = (PLAIN, SIGN)
ORDER = (STANDARD, *KINDS)
#: Language tags (BCP 47). `simple` is a registered variant, „Simplified form“, and fits every
#: language; German Sign Language is `gsg` of ISO 639-3, in place of the older `sgn-DE`. Both stand
#: in the IANA Language Subtag Registry; `de-x-simple` would be private, and is not needed.
TAGS = {STANDARD: "de", PLAIN: "de-simple", SIGN: "gsg"}


@dataclass(frozen=True)
class Variant:
    """One of the pages that say the same. kind: of ORDER; partner, state: as the catalog knows."""

    kind: str
    uid: str
    url: str
    title: str
    state: str
    partner: str | None = None


def language_of(kind):
    """Return the language tag of the text of a page, None where it is that of the site.

    What is told beside a film in sign language is written in the language of the site.

    >>> language_of("plain"), language_of("sign"), language_of(None)
    ('de-simple', None, None)
    """
    return TAGS[PLAIN] if kind == PLAIN else None


def shown(page, others, public, released):
    """Return those of others that may be linked from a page, the page itself among them, in order.

    page, others: Variants. public: the state in which citizens read; released: all states in which
    others do. A public page links nothing that citizens cannot read, and a released one no drafts;
    of another administration nothing is linked, whatever it says of itself.

    >>> page = Variant("standard", "1", "/a", "A", "public")
    >>> draft = Variant("plain", "2", "/b", "B", "draft")
    >>> [one.kind for one in shown(page, [draft], "public", {"public", "internal"})]
    []
    """
    found = [
        one
        for one in others
        if one.uid != page.uid
        and one.partner == page.partner
        and _reads(page.state, one.state, public, released)
    ]
    if not found:
        return []
    return sorted([page, *found], key=lambda one: (ORDER.index(one.kind), one.title))


def _reads(state, other, public, released):
    if state == public:
        return other == public
    return other in released if state in released else True


def missing(promised, kinds):
    """Return which promised kinds there are not, in order.

    >>> missing({"sign", "plain"}, ["standard", "sign"])
    ['plain']
    """
    return [kind for kind in KINDS if kind in promised and kind not in kinds]
