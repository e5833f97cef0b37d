"""The letter about things found for somebody: new hits of saved searches, and the like."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.notices.address import link_to
from kommunalhub.notices.interfaces import IFindSource
from kommunalhub.notices.letters.writing import LetterSection
from kommunalhub.notices.letters.writing import short
from kommunalhub.notices.letters.writing import write
from kommunalhub.search.reading.words import places
from zope.component import getUtility


#: The page on which searches are paused and deleted.
PAGE = "saved-searches"
#: Name of the IFindSource of saved searches.
SEARCHES = "searches"
#: So many hits are named in a mail.
NAMED = 5
TO_HITS = _("mail_to_hits", default="See the hits")
WHY = _("notice_why_finds", default="You have saved this search.")
WHY_MANY = _("mail_finds_why", default="You saved these searches.")
TO_PAGE = _("mail_to_searches", default="Pause or delete saved searches")


def finds_letter(portal, person, finds, titles, key):
    """Return the Letter about [(search, title, address, uids, where, source)] of a person.

    where: ((uid, unit, numbers), ...) of what their files say; may be left out, and so may the name
    of the IFindSource, one for all. titles: {uid: title} of what they may see, which all of these
    are.
    """
    source = source_of(finds[0])
    why = source.why if len(finds) == 1 else source.why_many
    return write(
        portal,
        person,
        "finds",
        key=key,
        subject=source.subject([find[1] for find in finds]),
        sections=[section(portal, person, find, titles) for find in finds],
        why=in_site_language(why),
        page=f"{link_to(portal)}/{source.page}",
        to_page=in_site_language(source.to_page),
        finds=tuple(finds),
    )


def source_of(find):
    """Return the IFindSource of a find; those of before name none and are of saved searches."""
    return getUtility(IFindSource, find[5] if len(find) > 5 else SEARCHES)


def subject_of(titles):
    if len(titles) == 1:
        return _(
            "mail_subject_finds_one",
            default="New hits: ${title}",
            mapping={"title": short(titles[0])},
        )
    return _(
        "mail_subject_finds",
        default="New hits of ${count} saved searches",
        mapping={"count": len(titles)},
    )


def section(portal, person, find, titles):
    """Return the LetterSection of one search; titles are for people of the administrations."""
    search, title, address, uids, *more = find
    source = source_of(find)
    where = {uid: places(unit, numbers) for some in more[:1] for uid, unit, numbers in some}
    reasons = source.reasons(portal, search, uids[:NAMED])
    lines = [in_site_language(source.count_text(len(uids), title))]
    if person.is_staff:
        for uid in uids[:NAMED]:
            lines.append(f"– {named(titles[uid], where.get(uid))}")
            lines += reasons.get(uid, ())
    return LetterSection(
        heading=short(title),
        lines=lines,
        link=f"{link_to(portal)}/{source.path(address)}",
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
