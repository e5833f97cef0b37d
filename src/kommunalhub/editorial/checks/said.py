"""What is said of each finding."""

from kommunalhub import _
from kommunalhub.core.messages import filled
from kommunalhub.editorial.checks import rules


#: rule: (what is wrong, what to do about it)
SENTENCES = {
    rules.PICTURE: (
        _("check_picture", default="A picture does not say what it shows."),
        _(
            "check_picture_how",
            default="Write what can be seen, in a sentence, or mark it as decoration.",
        ),
    ),
    rules.LEAD_PICTURE: (
        _("check_lead_picture", default="The lead picture does not say what it shows."),
        _(
            "check_lead_picture_how",
            default="Edit the page: write what can be seen, or mark the picture as decoration.",
        ),
    ),
    rules.TABLE: (
        _("check_table", default="A table has no headings."),
        _(
            "check_table_how",
            default="Make the cells of its first row or column headings, so that it can be read "
            "aloud.",
        ),
    ),
    rules.LINK_EMPTY: (
        _("check_link_empty", default="A link has no words."),
        _("check_link_empty_how", default="Write where it leads, or take it out."),
    ),
    rules.GAP: (
        _("check_gap", default="A gap of the outline is not filled."),
        _("check_gap_how", default="Write in its place what belongs there, or delete it."),
    ),
    rules.TWIN_PLAIN: (
        _("check_twin_plain", default="This page is missing in easy language."),
        _("check_twin_how", default="The folder promises it. Write it, and say there what it is."),
    ),
    rules.TWIN_SIGN: (
        _("check_twin_sign", default="This page is missing in sign language (DGS)."),
        _("check_twin_how", default="The folder promises it. Write it, and say there what it is."),
    ),
    rules.LINK_BROKEN: (
        _("check_link_broken", default="A link leads to nothing, or to what you cannot open."),
        _("check_link_broken_how", default="Choose the page anew, or take the link out."),
    ),
    rules.LINK_INTERNAL: (
        _("check_link_internal", default="A link leads to what citizens cannot open."),
        _(
            "check_link_internal_how",
            default="Link something public, or have the page behind it published.",
        ),
    ),
    rules.FILE_UNREAD: (
        _("check_file_unread", default="A linked file has no text that can be searched."),
        _(
            "check_file_unread_how",
            default="It cannot be read aloud either. Have the text recognised when scanning, or "
            "save it as PDF from the program it was written in.",
        ),
    ),
    rules.LINK_VAGUE: (
        _("check_link_vague", default="The name of a link does not say where it leads."),
        _(
            "check_link_vague_how",
            default="Name the target: “Fees for the library” instead of “here”.",
        ),
    ),
    rules.HEADING_SKIPPED: (
        _("check_heading_skipped", default="A level of headings is left out before this one."),
        _("check_heading_skipped_how", default="Choose the next level below the heading above."),
    ),
    rules.HEADING_EMPTY: (
        _("check_heading_empty", default="A heading is empty."),
        _("check_heading_empty_how", default="Write something into it, or delete the line."),
    ),
    rules.SENTENCE: (
        _("check_sentence", default="This sentence is long. Words: ${number}."),
        _("check_sentence_how", default="Make two of it."),
    ),
    rules.OFFICIALESE: (
        _("check_officialese", default="“${quote}” can be said in a plainer way."),
        _("check_instead", default="For example: ${instead}"),
    ),
    rules.MASCULINE: (
        _("check_masculine", default="“${quote}” names men alone."),
        _("check_instead", default="For example: ${instead}"),
    ),
    rules.HARD: (
        _("check_hard", default="The text is hard to read: ${number} on the LIX scale."),
        _(
            "check_hard_how",
            default="Up to 50 most people read it easily. Shorter sentences and shorter words "
            "help.",
        ),
    ),
}
#: Where the quote stands in the sentence already.
QUOTED = (rules.OFFICIALESE, rules.MASCULINE)
FIRST = _("denied_page_check", default="To be mended first: ${what} “Check page” shows the place.")
PLACE = _("check_place", default="${what} Below “${place}”.")


def what(finding):
    """Return the sentence of a Finding, a message."""
    return _filled(SENTENCES[finding.rule][0], finding)


def how(finding):
    """Return what to do about it, a message."""
    return _filled(SENTENCES[finding.rule][1], finding)


def kept_back(hurdles):
    """Return why a page is kept back. hurdles: [(rule, place)] as the catalog keeps them."""
    rule, place = hurdles[0]
    told = SENTENCES[rule][0]
    if place:
        told = filled(PLACE, what=told, place=place)
    return filled(FIRST, what=told)


def _filled(message, finding):
    mapping = {"quote": finding.quote, "number": finding.number, "instead": finding.instead}
    return filled(message, mapping)
