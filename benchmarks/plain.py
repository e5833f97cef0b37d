"""A plain Plone 6.2 Classic site to measure against: python benchmarks/plain.py VAR PORT.

Same interpreter, packages, server and threads as `kommunalhub serve`; kommunalhub is not loaded.
"""

from kommunalhub.site.server import configuration
from kommunalhub.site.server.port import claim_port

import sys


PEOPLE = {"redaktion": ["Member", "Contributor"], "pruefung": ["Member", "Reviewer"]}
PASSWORD = "Leuchtturm, Watt, Kornblume 7"
PAGES = 60
EVENTS = 200
WAITING = 20


def leave_out_kommunalhub():
    """Keep plone.autoinclude from loading what is installed beside Plone."""
    from plone.autoinclude import loader

    loader._known_module_names["kommunalhub"] = None


def build(app):
    """Make the site with pages, of which some wait for the reviewer."""
    from plone import api
    from plone.distribution.api import site as site_api
    from zope.component.hooks import setSite

    site = site_api.create(
        app,
        "classic",
        {
            "site_id": "hub",
            "title": "Plone",
            "description": "Zum Vergleich",
            "default_language": "de",
            "portal_timezone": "Europe/Berlin",
            "setup_content": False,
        },
    )
    setSite(site)
    with api.env.adopt_roles(["Manager"]):
        fill(site)


def fill(site):
    """Add people and pages."""
    from plone import api

    api.portal.get_tool("portal_workflow").setDefaultChain("simple_publication_workflow")
    for name, roles in PEOPLE.items():
        api.user.create(f"{name}@example.org", name, PASSWORD)
        api.user.grant_roles(name, roles=roles)
    folder = api.content.create(site, "Folder", "seiten", title="Seiten")
    api.content.transition(folder, "publish")
    text = "<p>Die Gemeinde berät über Fördermittel für das Dach der Feuerwache.</p>" * 8
    for number in range(PAGES):
        page = api.content.create(folder, "Document", title=f"Seite {number}")
        page.text = rich(text)
        page.reindexObject()
        api.content.transition(page, "submit" if number < WAITING else "publish")
    add_events(site)


def add_events(site):
    """Add a folder that lists public events."""
    from datetime import timedelta
    from plone import api
    from plone.app.event.base import localized_now

    folder = api.content.create(site, "Folder", "termine", title="Termine")
    api.content.transition(folder, "publish")
    folder.setLayout("event_listing")
    for number in range(EVENTS):
        # in the site's own zone, as its form keeps it: the listing fails on datetime.UTC
        start = localized_now() + timedelta(days=1 + number)
        event = api.content.create(
            folder,
            "Event",
            title=f"Rechnungen digital, Teil {number}",
            description="Vom Eingang bis zur Anweisung, mit Übungen am eigenen Beispiel.",
            start=start,
            end=start + timedelta(hours=3),
            location="Halle im Hub",
        )
        api.content.transition(event, "publish")


def rich(html):
    from plone.app.textfield.value import RichTextValue

    return RichTextValue(html, "text/html", "text/x-html-safe")


def main(var, port):
    ini = configuration.prepare(var)
    text = ini.read_text(encoding="utf-8").replace("    compression\n", "")
    ini.write_text(text, encoding="utf-8")
    leave_out_kommunalhub()
    from kommunalhub.site.server import process
    from kommunalhub.site.server import sites

    import transaction

    claimed = claim_port("127.0.0.1", int(port))
    with process.zope(ini) as app:
        with sites.root() as root:
            if not sites.has_site(root, "hub"):
                build(root)
                transaction.commit()
        print("ready", flush=True)
        process.serve(app, claimed, 3)


if __name__ == "__main__":
    main(*sys.argv[1:])
