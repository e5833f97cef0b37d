"""What is looked up about pages, and when again: pure."""

from datetime import timedelta


#: What the regular look at a page finds, as the index `page_health` knows it.
BROKEN, INTERNAL, ALTERNATIVE, NEVER = FOUND = ("broken", "internal", "alternative", "never")
#: So long after a look the next one comes; who writes in a page has it looked at again at once.
AGAIN = timedelta(days=7)
#: A page that nobody has opened in so many days since its release counts as never visited.
QUIET = timedelta(days=60)
#: So many places of one page are kept, and so many pages are looked at in one go.
MOST_PLACES, MOST_AT_ONCE = 20, 500


def tokens(broken, internal, alternative, released_on, visits, today):
    """Return which of FOUND hold for a page.

    broken, internal: links; alternative: how many pictures lack a text; released_on: date or None.
    """
    never = released_on is not None and not visits and released_on + QUIET <= today
    held = (broken, internal, alternative, never)
    return tuple(name for name, is_so in zip(FOUND, held, strict=True) if is_so)


def oldest(today):
    """Return the ISO day up to which a look is due again."""
    return (today - AGAIN).isoformat()
