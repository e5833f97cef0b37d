"""What an offer implements to be found, and to put a filter beside the hits."""

from kommunalhub import _
from kommunalhub.search.analysis.analyser import wrong_synonyms
from zope import schema
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface import Invalid


class IFacet(Interface):
    """Named utility; the name is the parameter in the address of the page."""

    title = Attribute("Heading, translatable.")
    index = Attribute("Name of the catalog index (FieldIndex or KeywordIndex) that it reads.")
    order = Attribute("Facets are shown from the smallest to the largest.")

    groups = Attribute(
        "None, or {value: values of the index}: what the page offers stands for several of them."
    )

    with_hits = Attribute(
        "None, or how the value of a hit stands with it: facets.TOPIC or facets.KIND. The catalog"
        " has a column of the name of the index then."
    )

    def is_shown(anonymous):
        """Return whether this facet is of use to visitors (anonymous=True) or people signed in."""

    def title_of(value):
        """Return what a value of the index is called, translatable."""


#: The catalog index that finds texts; whoever changes a text outside of an edit form reindexes it:
#: `obj.reindexObject(idxs=[INDEX, "SearchableText"])`.
INDEX = "fulltext"


class ISearchText(Interface):
    """Adapter of content: the texts it is found by. The default asks Plone's own indexers."""

    title = Attribute("Text; weighs most.")
    keywords = Attribute("Text: description, subjects, names of topics; weighs more than the body.")
    body = Attribute("Text: everything else that was typed.")
    sections = Attribute(
        "Sequence of (offset in body, headings, id): the headings of what was typed, each with the"
        " way to it, itself last, and the id that leads to it on the page of the thing. May be left"
        " out."
    )
    pages = Attribute(
        "Sequence of lib.filetext.parts.Part, or of (number, text): what its file says; the number"
        " of page, slide or sheet counts from 1, None where the file has no such thing. () without"
        " a file or while it is unread."
    )
    unit = Attribute("What the numbers of `pages` count, see IFileText. May be left out.")


class IFileText(Interface):
    """Adapter of content with a file: what the file says, as it was last read.

    The default ISearchText asks for it. Reading itself never happens here: only what is kept.
    """

    unit = Attribute(
        'What `pages` counts: "page", "slide", "sheet", "second" (of a video, where the words of'
        " its subtitles begin) or None. reading.words.place(unit, number) says it for people."
    )
    kind = Attribute('"pdf", "docx", …, or None while it is unread.')
    version = Attribute('Text that is another one for each content of the file, "" while unread.')
    parts = Attribute(
        "Tuple of lib.filetext.parts.Part: each page, slide, sheet, section or minute with its"
        " text, its headings, its role and its language; () while it is unread."
    )
    pages = Attribute("Tuple of (number, text) of the parts.")
    text = Attribute("All of it; SearchableText ends with it.")


class ISearchEngine(Interface):
    """What answers full-text questions about the texts of an index; the hub's is a global utility.

    index: has `records`, {record id: fulltext.record.Record}. Nothing else of the hub knows which
    engine answers; those of benchmarks/search are compared by this interface.
    """

    def search(index, query, within=None):
        """Return what there is for an analysis.query.Query, see fulltext.ranking.Ranked.

        within: record ids (anything with `in`) that may be seen; hits, words that are known and
        suggestions come from these alone. None: all.
        """

    def passages(index, query, rid, limit=None):
        """Return [(score, place)] of the passages of one text that answer a Query, best first.

        place: number of the passage in its Record. Only for texts that may be seen.
        """

    def waiting(index):
        """Return how many texts are not in the answers yet, after a loss or on a new machine."""

    def analyser(index):
        """Return the analysis.analyser.Analyser whose words are marked in what was found."""

    def rebuild(index, tell=None):
        """Read all texts anew and return how many; tell: called with (done, all)."""


def are_synonyms(value):
    """Constraint of search_synonyms: raises Invalid with the first line that is wrong."""
    line = wrong_synonyms(value or "")
    if line:
        raise Invalid(
            _(
                "error_search_synonyms",
                default="“${line}”: name at least two words with = between them, each one word.",
                mapping={"line": line},
            )
        )
    return True


class ISearchSettings(Interface):
    """Registry records that a hub manager edits."""

    search_compounds = schema.Text(
        title=_("label_search_compounds", default="Compounds"),
        description=_(
            "help_search_compounds",
            default=(
                "One word in each line that the search cuts wrongly: with | between its parts, or"
                " alone if it is not to be cut. All texts are read anew after a change; until then"
                " the search answers as before."
            ),
        ),
        required=False,
    )
    search_synonyms = schema.Text(
        title=_("label_search_synonyms", default="Words that mean the same"),
        description=_(
            "help_search_synonyms",
            default=(
                "In each line words with = between them, for example Wedding = Marriage. Whoever"
                " asks for one of them finds the others too, a little further down. It takes"
                " effect at once."
            ),
        ),
        required=False,
        constraint=are_synonyms,
    )


class IFileSource(Interface):
    """Adapter of content: which of its files is searched. The default is the field `file`."""

    file = Attribute("NamedBlobFile or None.")
