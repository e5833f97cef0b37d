"""Which pages may be kept, and what makes a kept page stale.

Plone's cache rules do the work (plone.app.caching); here are parts of their ETags. Plone's own
choice, the catalog's counter, changes with every write anywhere; these change only with what a
page shows. `kommunalhub.site` lists the pages under the rule.

Such a page is kept in memory for people who are not signed in. It may have a method
`fingerprint()` for those who are: a text that changes with all the page shows them. Without one,
or where it answers None, their page is made anew each time. Nobody gets another person's page: the
person is part of the ETag, and pages of people who are signed in are never kept in memory.
"""
