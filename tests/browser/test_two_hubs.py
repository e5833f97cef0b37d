"""Two towns learn from each other: a command each, and all the rest on screens.

It goes the way of docs/how-to/hubs-verbinden.md with two processes that have databases of their
own, in the order in which people of both go it.
"""

from browser.conftest import PASSWORD
from browser.conftest import PHONE
from browser.conftest import sign_in
from kommunalhub.network import fetching
from kommunalhub.site.accounts import SITE_ADMIN
from kommunalhub.site.commandline import DONE
from pathlib import Path
from playwright.sync_api import expect
from processes import free_port
from processes import PROGRAM
from processes import run
from processes import Server

import json
import pytest
import re


ANSWERS = Path(__file__).parents[1] / "site" / "identity"
TITLE = "Mitfahrbänke"
REPORT = {
    "@type": "ExperienceReport",
    "title": TITLE,
    "what": "Zwölf Bänke stehen, neun davon werden genutzt.",
    "went_wrong": "Drei Bänke stehen, wo Autos nicht halten dürfen.",
    "again": "Zuerst mit der Verkehrsbehörde die Plätze ansehen.",
}


class Town:
    """A hub of a town: its data, its process, its people."""

    def __init__(self, name, folder):
        self.name, self.var, self.port = name, folder / name, free_port()
        self.people = {
            "leitung": ["hub-managers"],
            "weiterbildung": ["hub-trainers"],
            "mitarbeit": [f"{name}-staff"],
            "redaktion": [f"{name}-staff", f"{name}-editors"],
            "pruefung": [f"{name}-staff", f"{name}-reviewers"],
        }

    def make(self):
        file = ANSWERS / f"{self.name}.toml"
        code, output = run(PROGRAM, "create-site", "--answers", file, "--var", self.var)
        assert code == DONE, output

    def serve(self):
        command = (PROGRAM, "serve", "--var", self.var, "--port", self.port)
        self.server = Server(command, self.port, self.var.with_suffix(".log"))
        return self.server

    @property
    def url(self):
        return self.server.url

    def tick(self):
        code, output = run(PROGRAM, "tick", "--var", self.var)
        assert code == DONE, output

    def manager(self):
        """Return the header of the site's manager."""
        password = (self.var / "secrets" / SITE_ADMIN).read_text().strip()
        status, header = self.server.sign_in(SITE_ADMIN, password)
        assert status == 200
        return header

    def add_people(self):
        manager = self.manager()
        for name, groups in self.people.items():
            body = {"username": name, "email": f"{name}@example.org", "password": PASSWORD}
            self.ask("POST", "/@users", body, manager)
            for group in groups:
                self.ask("PATCH", f"/@groups/{group}", {"users": {name: True}}, manager)

    def ask(self, method, path, body, who):
        status, text = self.server.request(method, path, body, who)
        assert status in (200, 201, 204), (path, status, text)
        return json.loads(text) if text else None

    def release_report(self):
        """Write a report and release it, as editor and reviewer; return its address."""
        editor, reviewer = (
            self.server.sign_in(name, PASSWORD)[1] for name in ("redaktion", "pruefung")
        )
        made = self.ask("POST", "/netzwerk/erfahrungen", REPORT, editor)
        path = made["@id"].removeprefix(self.url)
        self.ask("POST", f"{path}/@workflow/submit", {}, editor)
        self.ask("POST", f"{path}/@workflow/approve", {}, reviewer)
        return made["@id"]


#: What tells of each town, and of the demo.
WORDS = {
    "hennstedt": r"Hennstedt|Geest|Zweckverband Dig|Kurze Wege|#2f5d1e",
    "wilster": r"Wilster|Dorfwerk|Deichtechnik|hinterm Deich|#6b2d5c",
    "oldenburg": r"Oldenburg|Malente|Lensahn|dataport|Ostholstein|Vitale",
}
PAGES = (
    *("", "/angebote/ueberblick", "/angebote/vor-ort", "/impressum", "/leichte-sprache"),
    *("/projekte", "/foerderung", "/workshops", "/materialien", "/co-working", "/showroom"),
    *("/@@hub-controlpanel", "/@@partners-controlpanel", "/@@hub-colours.css", "/@@mail-letters"),
)


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    folder = tmp_path_factory.mktemp("towns")
    found = [Town(name, folder) for name in ("hennstedt", "wilster")]
    with pytest.MonkeyPatch.context() as patch:
        hosts = " ".join(f"localhost:{town.port}" for town in found)
        patch.setenv(fetching.NEIGHBOURS, hosts)
        for town in found:
            town.make()
        first, second = found
        with first.serve(), second.serve():
            for town in found:
                town.add_people()
            yield found


def test_each_has_its_own_theme_and_nothing_of_another(towns):
    for town in towns:
        manager = town.manager()
        told = "\n".join(town.server.get(page, **manager)[1] for page in PAGES)
        for name, words in WORDS.items():
            found = re.findall(words, told, re.IGNORECASE)
            assert bool(found) == (name == town.name), (town.name, name, found[:5])


def test_two_towns_learn_from_each_other(towns, new_page, axe):
    first, second = towns

    def enter(town, who, **kind):
        page = new_page(**kind)
        sign_in(page, town.url, who, PASSWORD)
        page.goto(f"{town.url}/netzwerk")
        return page

    def both_tick():
        for town in (first, second):
            town.tick()

    # 1, 2: each adds the other, with the address that it was told
    desks = {town: enter(town, "leitung") for town in towns}
    feeds, prints = {}, {}
    for town, page in desks.items():
        page.get_by_role("link", name="Verbindungen zu anderen Hubs").click()
        feeds[town], prints[town] = (
            said(page, label) for label in ("Unsere Adresse für den Austausch", "Fingerabdruck")
        )
    assert prints[first] != prints[second]
    for town, other in ((first, second), (second, first)):
        page = desks[town]
        page.goto(f"{town.url}/netzwerk")
        page.get_by_role("link", name="Hub hinzufügen").click()
        page.get_by_label("Name des Hubs").fill(f"Hub {other.name.title()}")
        page.get_by_label("Adresse für den Austausch").fill(feeds[other])
        page.get_by_role("button", name="Speichern").click()
        expect(page.locator(".message")).to_contain_text("steht in der Liste")
    both_tick()
    # 3, 4: what is read aloud on the telephone is on both screens
    for town, other in ((first, second), (second, first)):
        page = desks[town]
        page.goto(f"{town.url}/netzwerk/@@hub-links")
        assert said(page, "Schlüssel, den er zeigt, zum Vergleichen") == prints[other]
        assert axe(page) == []
        page.get_by_role("button", name="Die Fingerabdrücke sind gleich").click()
        expect(page.locator(".message").first).to_contain_text("Bestätigt")
    both_tick()
    both_tick()
    for town, page in desks.items():
        page.goto(f"{town.url}/netzwerk/@@hub-links")
        expect(page.get_by_text("zuletzt gehört")).to_be_visible()
        assert page.locator(".message.error").count() == 0

    # a report is shared by who answers for contents
    address = first.release_report()
    sharing = enter(first, "weiterbildung")
    sharing.goto(address)
    sharing.get_by_role("link", name="Im Verbund teilen").click()
    expect(sharing.get_by_role("heading", name="Genau das verlässt das Haus")).to_be_visible()
    sharing.get_by_role("button", name="Teilen", exact=True).click()
    expect(sharing.locator(".message")).to_contain_text("Es ist geteilt")
    both_tick()

    # it waits there, and nobody else finds it before it is released
    reading = enter(second, "mitarbeit", viewport=PHONE, scheme="dark")
    assert hits(reading, second) == 0
    looking = enter(second, "weiterbildung")
    looking.get_by_role("link", name="Was andere Hubs teilen").click()
    looking.get_by_text("Ansehen").first.click()
    expect(looking.get_by_text(REPORT["what"])).to_be_visible()
    looking.get_by_role("button", name="Freigeben").click()
    expect(looking.locator(".message")).to_contain_text("finden es jetzt")
    assert hits(reading, second) == 1
    expect(reading.locator("main").get_by_text("aus Hub Hennstedt").first).to_be_visible()
    reading.get_by_role("link", name=TITLE).first.click()
    expect(reading.get_by_text(REPORT["went_wrong"])).to_be_visible()
    assert axe(reading) == []
    copy = reading.url

    # recalled and gone, and the origin sees that it is
    sharing.goto(f"{first.url}/netzwerk/@@shared")
    sharing.get_by_role("button", name="Zurücknehmen").first.click()
    expect(sharing.get_by_role("heading", name="Noch nicht überall entfernt")).to_be_visible()
    both_tick()
    assert hits(reading, second) == 0
    assert reading.goto(copy).status == 404
    both_tick()  # the second town signs that it has removed it
    both_tick()
    sharing.goto(f"{first.url}/netzwerk/@@shared")
    assert sharing.get_by_text("Noch nicht überall entfernt").count() == 0
    log = desks[second]
    log.goto(f"{second.url}/netzwerk/@@hub-links")
    entry = log.locator("li", has_text="Von seinem Hub zurückgerufen").first
    expect(entry).to_contain_text("weiterbildung")


def said(page, label):
    """Return what stands beside a label."""
    return page.locator(f"dt:has-text('{label}') + dd").first.inner_text().strip()


def hits(page, town):
    """Look for the report; return how many hits lead to it."""
    page.goto(f"{town.url}/@@search?SearchableText=Mitfahrbank")
    return page.locator("main").get_by_role("link", name=TITLE).count()
