"""What is looked up about pages, and when again: pure."""

from datetime import timedelta


#: What the regular look at a page finds, as the index `page_health` knows it.
BROKEN, INTERNAL, OUTSIDE, UNCLEAR = ("broken", "internal", "outside", "unclear")
ALTERNATIVE, NEVER = ("alternative", "never")
LINKS = (BROKEN, INTERNAL, OUTSIDE, UNCLEAR)
#: So long after a look the next one comes; who writes in a page has it looked at again at once.
AGAIN = timedelta(days=7)
#: A page that nobody has opened in so many days since its release counts as never visited.
QUIET = timedelta(days=60)
#: So many places of one page are kept, and so many pages are looked at in one go.
MOST_PLACES, MOST_AT_ONCE = 20, 500
#: So many other sites are asked in one go.
MOST_ASKED = 50


def tokens(links, alternative, released_on, visits, today):
    """Return what of LINKS, ALTERNATIVE and NEVER holds for a page.

    links: {one of LINKS: places}; alternative: how many pictures lack a text; released_on: date or
    None; visits: how often it was opened.
    """
    found = [name for name in LINKS if links.get(name)]
    if alternative:
        found.append(ALTERNATIVE)
    if released_on is not None and not visits and released_on + QUIET <= today:
        found.append(NEVER)
    return tuple(found)


def oldest(today):
    """Return the ISO day up to which a look is due again."""
    return (today - AGAIN).isoformat()
