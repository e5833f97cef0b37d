"""Several cases at once: buttons follow what is ticked, and all are there without script."""

from playwright.sync_api import expect

import pytest


RETURN = "Zur Überarbeitung zurückgeben"


@pytest.fixture
def several(new_page, demo_url, demo_login):
    """Return a function that opens the list of a reviewer with consultations and a material."""

    def several(script=True):
        page = new_page(script=script)
        demo_login(page, "malente-pruefung")
        page.goto(f"{demo_url}/@@inbox?several=1")
        return page

    return several


def buttons(page):
    return [b.inner_text() for b in page.locator("[data-bulk=acts] button:visible").all()]


def tick(page, kind):
    page.locator(f"ul[data-keys] li:has-text('{kind}') input[type=checkbox]").first.click()


def test_what_all_ticked_cases_have_in_common_is_offered(several):
    page = several()
    assert buttons(page) == []
    expect(page.locator("[data-bulk=none]")).to_be_visible()
    tick(page, "Fördermittelberatung")
    assert buttons(page) == ["Freigeben", RETURN, "Nicht annehmen"]
    expect(page.locator("[data-bulk=none]")).to_be_hidden()
    tick(page, "Schulungsunterlage")
    assert buttons(page) == [RETURN]
    tick(page, "Fördermittelberatung")
    assert "Intern freigeben" in buttons(page)


def test_without_script_everything_is_offered(several):
    page = several(script=False)
    assert {"Freigeben", RETURN, "Nicht annehmen", "Intern freigeben"} <= set(buttons(page))
    assert buttons(page).count(RETURN) == 1
