"""A new site for a benchmark, without demo content."""

from contextlib import contextmanager
from kommunalhub.site.server import configuration
from zope.component.hooks import setSite


#: When a benchmark imports this, before anything reads what is told here: as a process that serves.
configuration.tell_libraries()


@contextmanager
def site(var):
    """Make a site without demo content and give it."""
    ini = configuration.prepare(var)
    from kommunalhub.site.server import process
    from kommunalhub.site.server import sites

    with process.zope(ini), sites.root() as app:
        if not sites.has_site(app, "hub"):
            sites.create_site(app, "hub", False)
        setSite(app["hub"])
        yield app["hub"]
