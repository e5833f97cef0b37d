"""Every form of ours as a screen reader has it, read from Chromium's accessibility tree.

The forms come from what is registered: the types of ours, and the settings.
"""

from contextlib import contextmanager
from kommunalhub.core.forms.interfaces import IHubFormPage
from plone import api
from plone.dexterity.interfaces import IDexterityFTI
from urllib.parse import urlsplit
from zope.component import getMultiAdapter
from zope.component import getUtility

import json
import pytest


#: Where each type of ours is added, and by whom. A type without a line here fails the first test.
ADDED = {
    "Device": ("support", "/support/geraete"),
    "ExperienceReport": ("malente-redaktion", "/netzwerk/erfahrungen"),
    "Hub": ("hubleitung", "/netzwerk"),
    "Disturbance": ("support", "/support/stoerungen"),
    "Position": ("malente-redaktion", "/personen"),
    "Project": ("malente-redaktion", "/projekte"),
    "CoworkingApplication": ("startup", "/co-working/antraege"),
    "FundingConsultation": ("malente-redaktion", "/foerderung/beratungen/malente"),
    "Exhibit": ("malente-redaktion", "/showroom"),
    "FundingProgramme": ("berater", "/foerderung/programme"),
    "Space": ("hubleitung", "/co-working"),
    "SupportTicket": ("support", "/support"),
    "Workshop": ("trainer", "/workshops"),
    "WorkshopMaterial": ("trainer", "/materialien"),
}
#: Of Plone's own types, whose forms are ours as well.
PLONES = {"News Item": ("malente-redaktion", "/partner/malente")}
SETTINGS = (
    ("hubleitung", "/@@partner-add"),
    ("hubleitung", "/@@partner-edit?partner=malente"),
    ("hubleitung", "/@@hub-search-controlpanel"),
    ("hubleitung", "/@@booking-controlpanel"),
    ("hubleitung", "/@@hub-controlpanel"),
    ("hubleitung", "/@@pages-controlpanel"),
)
PICTURE = ("malente-redaktion", "/partner/malente/++add++Image")  # the demo has none to change
CONTROLS = {
    "textbox",
    "searchbox",
    "combobox",
    "listbox",
    "checkbox",
    "radio",
    "spinbutton",
    "Date",
    "DateTime",
    "ColorWell",
    "button",
    "menuitem",
}
LIMIT = 200 * 1024  # bytes over the wire

#: What a field shows, and which element it belongs to.
SHOWN = """() => [...document.querySelectorAll('form.hubform .field')].map(field => {
  const set = field.querySelector(':scope > fieldset');
  const control = set || field.querySelector(
    'input:not([type=hidden]), textarea, select');
  const text = (part) => part ? part.textContent.replace(/\\s+/g, ' ').trim() : '';
  return {
    field: field.dataset.fieldname,
    id: control.id,
    group: Boolean(set),
    editor: field.querySelector('iframe') ? field.querySelector('iframe').title : null,
    required: Boolean(control.required),
    label: text(set ? set.querySelector('legend') : field.querySelector('label')),
    help: text(field.querySelector('.help')),
    wrong: text(field.querySelector('.wrong')).replace(/^!\\s*/, ''),
    must: Boolean(field.querySelector('.must')),
  };
})"""


#: Made by booking a space and changed by nobody; made from a case.
WITHOUT_FORMS = {"BookingRequest", "FundingLesson", "SharedCopy"}
#: Whose forms have an editor for a text, and are heavier for it.
WITH_EDITOR = {"Exhibit", "FundingProgramme", "News Item", "WorkshopMaterial"}
#: States in which nobody changes a ticket any more.
OVER = {"resolved", "closed"}


def types_of_ours():
    """Return the ids of the types whose class is ours and that have forms, sorted."""
    types = api.portal.get_tool("portal_types").objectValues()
    return sorted(
        fti.getId()
        for fti in types
        if IDexterityFTI.providedBy(fti)
        and fti.klass.startswith("kommunalhub.")
        and fti.getId() not in WITHOUT_FORMS
        and fti.global_allow  # media of exhibits are made in one
    )


@contextmanager
def tree_of(page):
    """Give the Tree of a page; sessions that stay would make each later look at it slower."""
    session = page.context.new_cdp_session(page)
    yield Tree(session)
    session.detach()


class Tree:
    """The accessibility tree of a page."""

    def __init__(self, session):
        self.nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        self.by_id = {node["nodeId"]: node for node in self.nodes}
        self.session = session
        document = session.send("DOM.getDocument", {"depth": 0})
        self.root = document["root"]["nodeId"]

    def of(self, id_):
        """Return the node of the element with this id."""
        found = self.session.send("DOM.querySelector", {"nodeId": self.root, "selector": f"#{id_}"})
        node = self.session.send("DOM.describeNode", {"nodeId": found["nodeId"]})["node"]
        return next(ax for ax in self.nodes if ax.get("backendDOMNodeId") == node["backendNodeId"])

    def inside(self, node):
        """Yield the nodes inside a node."""
        for child in node.get("childIds", ()):
            if child in self.by_id:
                yield self.by_id[child]
                yield from self.inside(self.by_id[child])

    def controls(self):
        return [
            node
            for node in self.nodes
            if not node.get("ignored") and value(node, "role") in CONTROLS
        ]


def value(node, name):
    return node.get(name, {}).get("value", "")


def state(node, name):
    """Return a property such as `invalid` or `required`."""
    found = [
        each["value"].get("value") for each in node.get("properties", ()) if each["name"] == name
    ]
    return found[0] if found else None


def squeeze(text):
    return " ".join(text.split())


def faults(page):
    """Return what of the form on a page a screen reader would not learn."""
    if page.locator("textarea.pat-tinymce").count():
        page.wait_for_selector("iframe.tox-edit-area__iframe")
    with tree_of(page) as tree:
        return faults_in(page, tree)


def faults_in(page, tree):
    found = []
    for node in tree.controls():
        if not squeeze(value(node, "name")):
            found.append(f"without a name: {value(node, 'role')} {json.dumps(node)[:200]}")
    for shown in page.evaluate(SHOWN):
        where = shown["field"]
        if shown["editor"] is not None:
            if shown["label"] not in shown["editor"]:
                found.append(f"{where}: the editor is called “{shown['editor']}”")
            continue
        node = tree.of(shown["id"])
        name, description = (squeeze(value(node, part)) for part in ("name", "description"))
        label = shown["label"].removesuffix("(Pflichtfeld)").strip()
        if not label or label not in name:
            found.append(f"{where}: called “{name}”, labelled “{label}”")
        if shown["help"] and shown["help"] not in description:
            found.append(f"{where}: its hint is not told: “{description}”")
        if shown["wrong"] and shown["wrong"] not in description:
            found.append(f"{where}: its error is not told: “{description}”")
        is_choice = shown["group"]
        if is_choice:
            if value(node, "role") not in ("group", "radiogroup"):
                found.append(f"{where}: is no group but {value(node, 'role')}")
            inner = [part for part in tree.inside(node) if value(part, "role") in CONTROLS]
            if not inner or any(not squeeze(value(part, "name")) for part in inner):
                found.append(f"{where}: choices without a name")
        if shown["wrong"] and not is_choice and state(node, "invalid") != "true":
            found.append(f"{where}: does not say that it is wrong")
        # Chromium's tree tells it of texts alone; programs read the attribute of the others
        required = shown["required"] or state(node, "required")
        if shown["must"] and not is_choice and not required:
            found.append(f"{where}: does not say that it is required")
        if shown["must"] and value(node, "role") == "group" and "(Pflichtfeld)" not in name:
            found.append(f"{where}: does not say that it is required")
    return found


#: Parts of `forms_of`, so that a failure names the type and processes share the work.
KINDS = ("settings", *(ADDED | PLONES))


def forms_of(portal, kind):
    """Return the forms of a type, or those of the settings, as (person, path)."""
    if kind == "settings":
        return [*SETTINGS, PICTURE]
    person, folder = (ADDED | PLONES)[kind]
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type=kind)
    # a case is changed by who made it, until it is handed in
    own = [brain for brain in brains if brain.review_state in ("draft", "returned", "idea")]
    still = [brain for brain in brains if brain.review_state not in OVER]
    brain = (own or still or brains)[0]
    path = brain.getPath().removeprefix("/".join(portal.getPhysicalPath()))
    edit = (brain.Creator if own else person, f"{path}/edit")
    return [(person, f"{folder}/++add++{kind}"), edit]


@pytest.fixture
def forms(demo):
    """Return the forms of ours as (person, path)."""
    return [form for kind in KINDS for form in forms_of(demo["portal"], kind)]


def test_each_type_of_ours_is_added_and_changed_in_our_shell(demo):
    portal, request = demo["portal"], demo["request"]
    catalog = api.portal.get_tool("portal_catalog")
    assert types_of_ours() == sorted(ADDED)
    with api.env.adopt_roles(["Manager"]):
        for portal_type, (_person, folder) in ADDED.items():
            context = portal.unrestrictedTraverse(folder.lstrip("/"))
            fti = getUtility(IDexterityFTI, name=portal_type)
            page = getMultiAdapter((context, request, fti), name=portal_type)
            assert IHubFormPage.providedBy(page), portal_type
            brain = catalog.unrestrictedSearchResults(portal_type=portal_type)[0]
            edit = getMultiAdapter((brain._unrestrictedGetObject(), request), name="edit")
            assert IHubFormPage.providedBy(edit), portal_type


@pytest.mark.parametrize("kind", KINDS)
def test_every_form_is_told_as_it_is_shown(demo, kind, new_page, demo_url, demo_login, axe):
    found, people = {}, {}
    for person, path in forms_of(demo["portal"], kind):
        if person not in people:
            people[person] = new_page()
            demo_login(people[person], person)
        page = people[person]
        assert page.goto(demo_url + path).ok, path
        assert page.locator("form.hubform").count() == 1, (person, path)
        lines = faults(page) + axe(page, "main")
        if "/edit" not in path:
            lines += wrong_form_faults(page, axe)
        if lines:
            found[path] = lines
    assert found == {}


def wrong_form_faults(page, axe):
    """Send the form with nothing filled in; return what is not told then."""
    page.evaluate(
        """() => {
          for (const input of document.querySelectorAll('form.hubform .field input')) {
            if (['text', 'email', 'tel', 'date'].includes(input.type)) input.value = '';
            if (['radio', 'checkbox'].includes(input.type)) input.checked = false;
          }
          for (const area of document.querySelectorAll('form.hubform textarea')) area.value = '';
        }"""
    )
    if not page.locator(".must").count():
        return []
    page.locator(".hubform .acts button").first.click()
    page.wait_for_selector("#fehler")
    found = faults(page) + axe(page, "main")
    if page.evaluate("document.activeElement.id") != "fehler":
        found.append("the summary has not the focus")
    if not page.title().startswith("Fehler: "):
        found.append(f"the title does not tell of the error: {page.title()}")
    for link in page.locator("#fehler li a").all():
        target = link.get_attribute("href")
        if page.locator(target).count() != 1:
            found.append(f"{target} leads nowhere")
    if not page.locator("#fehler li a").count():
        found.append("the summary names no field")
    marks = page.get_by_role("img", name="Fehler").count()
    if marks != page.locator(".bad-mark").count():
        found.append("an error has a mark without a name")
    return found


def test_a_form_without_an_editor_is_light(forms, new_page, demo_url, demo_login):
    pages, sizes = {}, {}
    for person, path in forms:
        if "/edit" in path or path.rpartition("++add++")[2] in WITH_EDITOR:
            continue
        if person not in pages:
            pages[person] = new_page()
            demo_login(pages[person], person)
        page = pages[person]
        addresses = []

        def note(request, addresses=addresses):
            addresses.append(request.url)

        page.on("request", note)
        page.goto(demo_url + path)
        page.remove_listener("request", note)
        assert not [url for url in addresses if "++plone++" in url], path
        assert {urlsplit(url).netloc for url in addresses} == {urlsplit(demo_url).netloc}
        # The test's server sends plainly, so what is counted here is more than a browser loads.
        for url in set(addresses) - sizes.keys():  # most of them are the same for all
            sizes[url] = len(page.context.request.get(url).body())
        assert sum(sizes[url] for url in set(addresses)) < LIMIT, path
