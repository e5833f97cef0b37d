"""Plone's own screens in a browser: what its scripts draw, and what is there without them."""

from browser.drawn import wait_for_editor
from browser.drawn import wait_for_patterns

import pytest
import re


CONTENTS = "/partner/malente/folder_contents"
MEMBERS = "/@@usergroup-groupmembership?groupname=malente-staff"
PHONE = {"width": 390, "height": 844}
#: Ids of states, and what scripts say in English.
ENGLISH = re.compile(r"\b(public|internal|draft|pending|Activate|Root|Browse|Folder|Document)\b")


@pytest.mark.parametrize("path", [CONTENTS, "/folder_contents", "/foerderung/folder_contents"])
def test_contents_are_told_in_german(page, demo_url, demo_login, path):
    demo_login(page, "hubleitung")
    page.goto(demo_url + path)
    wait_for_patterns(page)
    words = page.locator("main").inner_text()
    names = page.eval_on_selector_all(
        "main [title], main [aria-label]", 'all => all.map(x => x.title || x.ariaLabel || "")'
    )
    assert "Öffentlich" in words
    assert ENGLISH.findall("\n".join([words, *names])) == []


def test_cases_in_a_folder_have_the_states_of_their_kind(page, demo_url, demo_login):
    demo_login(page, "hubleitung")
    seen = set()
    for path in ("/foerderung/beratungen/malente", "/co-working/antraege"):
        page.goto(f"{demo_url}{path}/folder_contents")
        page.wait_for_selector("td.review_state")
        seen |= set(page.locator("td.review_state").all_inner_texts())
    assert {"Entwurf", "Eingegangen"} <= seen
    assert not [state for state in seen if state.islower()]


def test_without_script_contents_say_why_and_lead_to_a_list(new_page, demo_url, demo_login):
    signed_in = new_page()
    demo_login(signed_in, "malente-redaktion")
    page = new_page(PHONE, script=False)
    page.context.add_cookies(signed_in.context.cookies())
    page.goto(demo_url + CONTENTS)
    assert "JavaScript" in page.locator("main .alert").inner_text()
    page.click("main .alert a")
    assert page.locator("main a:has-text('Willkommen im Bereich der Gemeinde Malente')").count()


@pytest.mark.parametrize("path", [MEMBERS, "/@@usergroup-groupprefs", "/content_status_history"])
def test_every_box_says_whom_or_what_it_is_about(page, demo_url, demo_login, path):
    demo_login(page, "hubleitung")
    page.goto(demo_url + path)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    names = [
        node["name"]["value"]
        for node in tree["nodes"]
        if node.get("role", {}).get("value") == "checkbox"
    ]
    assert names and all(names)
    assert len(set(names)) == len(names), "two boxes are called alike"
    if path == MEMBERS:
        assert "Mitarbeit Malente (malente-mitarbeit)" in names


@pytest.mark.parametrize("scheme, brightness", [("light", range(200, 256)), ("dark", range(80))])
def test_the_editor_is_as_dark_as_the_page(new_page, demo_url, demo_login, scheme, brightness):
    page = new_page(scheme=scheme)
    demo_login(page, "malente-redaktion")
    page.goto(f"{demo_url}/partner/malente/++add++Document")
    text = page.frame_locator("iframe.tox-edit-area__iframe").locator("body")
    wait_for_editor(page)
    ground = "element => getComputedStyle(element).backgroundColor"
    for element in (text, page.locator(".tox-toolbar").first):
        red, green, blue = map(int, re.findall(r"\d+", element.evaluate(ground))[:3])
        assert {red, green, blue} <= set(brightness), (red, green, blue)
