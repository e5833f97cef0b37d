"""Which fields say what a page says. Pure."""

#: Fields that are about one state of a page alone: its address, its times, who made it, what it is
#: a variant of (only one page is); and what is said with each change anew.
LEFT = frozenset(
    {
        *("changeNote", "creators", "effective", "expires", "id", "variant_kind", "variant_of"),
        "versioning_enabled",
    }
)


def is_content(name, is_readonly):
    """Return whether a field says something that another state of the page may say otherwise.

    >>> is_content("title", False), is_content("effective", False), is_content("partner", True)
    (True, False, False)
    """
    return not is_readonly and name not in LEFT
