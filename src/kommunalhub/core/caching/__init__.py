"""Which pages may be kept, and what makes a kept page stale.

Plone's cache rules do the work (plone.app.caching); here are two parts of their ETags. Plone's own
choice, the catalog's counter, changes with every write anywhere; these change only with what a page
shows.

    <cache:ruleset for=".pages.ProgrammeList" ruleset="kommunalhub.page" />

A page under this rule is kept in memory for people who are not signed in. It may have a method
`stamp()` for those who are: a text that changes with all the page shows them. Without one, or where
it answers None, their page is made anew each time. Nobody gets another person's page: the person is
part of the ETag, and pages of people who are signed in are never kept in memory.
"""
