"""A question that depends on another appears with that answer, and is there without a script."""

from playwright.sync_api import expect


PAGE = "/workshops/w-2026-006/@@anmeldung"


def test_a_question_appears_with_the_answer_it_depends_on(demo_url, new_page, demo_login, axe):
    page = new_page({"width": 390, "height": 844})
    demo_login(page, "malente-redaktion")
    page.goto(demo_url + PAGE)
    asked = page.get_by_label("Wie viele Plätze haben Sie für andere frei?")
    expect(asked).to_be_hidden()
    page.get_by_label("ja", exact=True).focus()
    page.keyboard.press("Space")
    expect(asked).to_be_visible()
    assert "Nur, wenn" not in page.locator("main").inner_text()
    assert axe(page) == []
    page.keyboard.press("ArrowDown")
    expect(asked).to_be_hidden()
    plain = new_page({"width": 390, "height": 844}, script=False)
    demo_login(plain, "malente-redaktion")
    plain.goto(demo_url + PAGE)
    expect(plain.get_by_label("Wie viele Plätze haben Sie für andere frei?")).to_be_visible()
