"""The letter about new hits of saved searches."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.notices.address import link_to
from kommunalhub.notices.letters.writing import LetterSection
from kommunalhub.notices.letters.writing import short
from kommunalhub.notices.letters.writing import write
from kommunalhub.search.reading.words import places


#: The page on which searches are paused and deleted.
PAGE = "saved-searches"
#: So many hits are named in a mail.
NAMED = 5
TO_HITS = _("mail_to_hits", default="See the hits")


def finds_letter(portal, person, finds, titles, key):
    """Return the Letter about [(search, title, address, uids, where)] of a person.

    where: ((uid, unit, numbers), ...) of what their files say; may be left out. titles:
    {uid: title} of what they may see, which all of these are.
    """
    return write(
        portal,
        person,
        "finds",
        key=key,
        subject=subject_of(finds),
        sections=[section(portal, person, find, titles) for find in finds],
        searches=link_to(portal, view=PAGE),
        finds=tuple(finds),
    )


def subject_of(finds):
    if len(finds) == 1:
        return _(
            "mail_subject_finds_one",
            default="New hits: ${title}",
            mapping={"title": short(finds[0][1])},
        )
    return _(
        "mail_subject_finds",
        default="New hits of ${count} saved searches",
        mapping={"count": len(finds)},
    )


def section(portal, person, find, titles):
    """Return the LetterSection of one search; titles are for people of the administrations."""
    _search, title, address, uids, *more = find
    where = {uid: places(unit, numbers) for some in more for uid, unit, numbers in some}
    lines = [in_site_language(count_text(len(uids), title))]
    if person.is_staff:
        lines += [f"– {named(titles[uid], where.get(uid))}" for uid in uids[:NAMED]]
    return LetterSection(
        heading=short(title),
        lines=lines,
        link=f"{link_to(portal, view='search')}?{address}",
        go=in_site_language(TO_HITS),
        name=short(title),
    )


def named(title, where):
    """Return the line of a hit, with the pages of its file that say it, where that is known."""
    if where is None:
        return short(title)
    mapping = {"title": short(title), "places": in_site_language(where)}
    return in_site_language(_("mail_find_at", default="${title}: ${places}", mapping=mapping))


def count_text(count, title):
    mapping = {"count": count, "title": title}
    if count == 1:
        return _("notice_finds_one", default="One new hit for “${title}”.", mapping=mapping)
    return _("notice_finds", default="${count} new hits for “${title}”.", mapping=mapping)
