"""The pages of co-working, through the door that people use."""

from html import unescape

import pytest
import transaction


@pytest.fixture
def site(web):
    return web.absolute_url()


SEVERAL = {"weekdays", "house_rules", "privacy"}


def text(browser):
    return unescape(browser.contents)


def fill(browser, **values):
    for name, value in values.items():
        suffix = ":list" if name in SEVERAL else ""
        browser.getControl(name=f"form.widgets.{name}{suffix}").value = value


def complete(hub, browser):
    """Fill in all that an application from outside needs."""
    fill(
        browser,
        applicant_kind=["startup"],
        organisation="Seeblick Software UG",
        space_kind=["desk"],
        persons="2",
        start=hub.in_days(10).isoformat(),
        end=hub.in_days(40).isoformat(),
        weekdays=["mon", "tue"],
        purpose="Wir entwickeln eine App für Gästekarten.",
        house_rules=["selected"],
        privacy=["selected"],
    )


def save(browser):
    browser.getControl(name="form.buttons.save").click()


def test_a_visitor_learns_how_to_apply(hub, functional, site):
    browser = hub.browser(functional)
    browser.open(f"{site}/co-working")
    browser.getLink("Arbeitsplatz beantragen").click()
    assert "Ich habe ein Konto" in text(browser)
    assert "came_from=" in browser.getLink("Anmelden", index=1).url


def test_an_applicant_from_outside_applies(hub, functional, site, web):
    browser = hub.browser(functional, "gesa")
    browser.open(f"{site}/@@arbeitsplatz-beantragen")
    assert browser.url.endswith("/co-working/antraege/++add++CoworkingApplication")
    assert browser.getControl(name="form.widgets.contact_name").value == "Gesa Beispiel"
    assert browser.getControl(name="form.widgets.contact_email").value == "gesa@example.org"
    assert "form.widgets.partner" not in text(browser)
    complete(hub, browser)
    save(browser)
    assert "/co-working/antraege/c-" in browser.url
    assert "noch nicht abgeschickt" in text(browser)
    assert "Sie sind dran" in text(browser)
    browser.getControl("Antrag abschicken").click()
    transaction.begin()
    (case,) = hub.folder(web).objectValues()
    assert hub.state(case) == "submitted"
    assert case.partner == "oldenburg"


def test_an_application_is_sent_at_once(hub, functional, site, web):
    browser = hub.browser(functional, "gesa")
    browser.open(f"{site}/@@arbeitsplatz-beantragen")
    complete(hub, browser)
    browser.getControl(name="form.buttons.submit").click()
    assert "Ihr Antrag ist abgeschickt." in text(browser)
    transaction.begin()
    (case,) = hub.folder(web).objectValues()
    assert hub.state(case) == "submitted"


def test_wrong_values_are_told_at_their_fields_and_kept(hub, functional, site, web):
    browser = hub.browser(functional, "gesa")
    browser.open(f"{site}/@@arbeitsplatz-beantragen")
    complete(hub, browser)
    fill(
        browser,
        organisation="",
        contact_email="gesa@example",
        persons="7",
        end=hub.in_days(5).isoformat(),
        purpose="Ein Zweck mit Umlauten: Ä Ö Ü",
        privacy=[],
    )
    save(browser)
    assert browser.url.endswith("/++add++CoworkingApplication")
    for field, sentence in {
        "organisation": "Bitte geben Sie den Namen Ihrer Organisation an.",
        "contact_email": "Bitte prüfen Sie die E-Mail-Adresse",
        "persons": "Platz ist für höchstens 6 Personen",
        "end": "Der letzte Tag liegt vor dem ersten.",
        "privacy": "Wir können nur entscheiden",
    }.items():
        assert sentence in at_field(browser, field)
    assert browser.getControl(name="form.widgets.purpose").value == "Ein Zweck mit Umlauten: Ä Ö Ü"
    assert browser.getControl(name="form.widgets.persons").value == "7"
    transaction.begin()
    assert hub.folder(web).objectIds() == []


def at_field(browser, name):
    """Return the markup of one field of the form."""
    contents = text(browser)
    start = contents.index(f'data-fieldname="form.widgets.{name}"')
    return contents[start : contents.find('data-fieldname="', start + 20)]


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"start": -1}, "start", "Der erste Tag ist schon vorbei."),
        ({"end": 500}, "end", "höchstens 366 Tage"),
        ({"persons": "0"}, "persons", "mindestens eine Person"),
        ({"weekdays": []}, "weekdays", "mindestens einen Wochentag"),
        ({"contact_phone": "wie immer"}, "contact_phone", "eine Telefonnummer"),
    ],
)
def test_each_rule_has_its_sentence(hub, functional, site, values, field, sentence):
    browser = hub.browser(functional, "gesa")
    browser.open(f"{site}/@@arbeitsplatz-beantragen")
    complete(hub, browser)
    for name, value in values.items():
        shown = hub.in_days(value).isoformat() if name in ("start", "end") else value
        fill(browser, **{name: shown})
    save(browser)
    assert sentence in at_field(browser, field)


def test_spaces_that_are_there_limit_the_persons(hub, functional, site, web):
    hub.add_space(web, title="Besprechungsraum", kind="meeting", seats=4)
    transaction.commit()
    browser = hub.browser(functional, "gesa")
    browser.open(f"{site}/@@arbeitsplatz-beantragen")
    complete(hub, browser)
    fill(browser, space_kind=["meeting"], persons="5")
    save(browser)
    assert "Besprechungsraum: Platz ist für höchstens 4 Personen." in at_field(browser, "persons")


def test_staff_find_their_administration_filled_in(hub, functional, site):
    browser = hub.browser(functional, "mia")
    browser.open(f"{site}/@@arbeitsplatz-beantragen")
    assert browser.getControl(name="form.widgets.organisation").value == "Gemeinde Malente"
    assert browser.getControl(name="form.widgets.applicant_kind").value == ["administration"]


def test_the_applicant_corrects_a_returned_application(hub, functional, site, web):
    case = hub.bring_to(hub.add_application(web), "returned")
    transaction.commit()
    browser = hub.browser(functional, "gesa")
    browser.open(case.absolute_url())
    browser.getLink("Bearbeiten").click()
    fill(browser, persons="3")
    save(browser)
    assert browser.url == case.absolute_url()
    assert "Die Änderungen sind gespeichert." in text(browser)
    transaction.begin()
    assert case.persons == 3


def test_everybody_sees_only_what_is_theirs(hub, functional, site, web):
    mine = hub.bring_to(hub.add_application(web), "submitted")
    other = hub.bring_to(hub.add_application(web, "gerd", title="Antrag von Gerd"), "draft")
    transaction.commit()
    seen = {}
    for who in (None, "gesa", "gerd", "mia", "olga", "otto", "dora", "hilde"):
        browser = hub.browser(functional, who)
        browser.open(f"{site}/co-working/antraege")
        seen[who] = (mine.title in text(browser), other.title in text(browser))
    assert seen == {
        None: (False, False),
        "gesa": (True, False),
        "gerd": (False, True),
        "mia": (False, False),
        "olga": (True, False),
        "otto": (True, False),
        "dora": (False, False),
        "hilde": (True, True),
    }


def test_the_list_is_filtered_by_state(hub, functional, site, web):
    hub.bring_to(hub.add_application(web, title="Eingegangener"), "submitted")
    hub.bring_to(hub.add_application(web, title="Genehmigter"), "approved")
    transaction.commit()
    browser = hub.browser(functional, "otto")
    browser.open(f"{site}/co-working/antraege")
    browser.getControl(name="state").value = ["approved"]
    browser.getControl("Anzeigen").click()
    assert "Genehmigter" in text(browser)
    assert "Eingegangener" not in text(browser)
    browser.open(f"{site}/co-working/antraege?state=unsinn")
    assert "Eingegangener" in text(browser)


def test_the_section_shows_spaces_and_house_rules(hub, functional, site, web):
    hub.add_space(web, title="Schreibtisch am Fenster", equipment={"monitor"})
    hub.add_space(web, state="draft", title="Noch im Aufbau")
    transaction.commit()
    browser = hub.browser(functional)
    browser.open(f"{site}/co-working")
    assert "Schreibtisch am Fenster" in text(browser)
    assert "Noch im Aufbau" not in text(browser)
    assert "Hausordnung" in text(browser)
    browser.getLink("Schreibtisch am Fenster").click()
    assert "Bildschirm" in text(browser)


def test_reviewers_see_how_full_the_house_is(hub, functional, site, web):
    for number in range(6):
        hub.add_space(web, title=f"Schreibtisch {number}")
    hub.add_space(web, title="Besprechungsraum", kind="meeting", seats=8)
    hub.bring_to(hub.add_application(web, persons=3), "approved")
    hub.bring_to(hub.add_application(web, space_kind="meeting", persons=8), "approved")
    desk = hub.bring_to(hub.add_application(web), "submitted")
    room = hub.bring_to(hub.add_application(web, space_kind="meeting"), "submitted")
    transaction.commit()
    browser = hub.browser(functional, "otto")
    browser.open(desk.absolute_url())
    assert "höchstens 3 von 6 vergeben" in text(browser)
    browser.open(room.absolute_url())
    assert "höchstens 1 von 1 vergeben" in text(browser)
    browser = hub.browser(functional, "gesa")
    browser.open(desk.absolute_url())
    assert "höchstens 3 von 6" not in text(browser)


def test_who_only_says_to_be_an_administration_is_doubted(hub, functional, web):
    case = hub.add_application(web, applicant_kind="administration")
    transaction.commit()
    browser = hub.browser(functional, "gesa")
    browser.open(case.absolute_url())
    assert "deshalb zeichnet der Betreiber mit" in text(browser)


def test_what_people_type_is_never_markup(hub, functional, web):
    evil = "<script>alert(1)</script>"
    case = hub.add_application(web, purpose=evil, organisation=evil, contact_name=evil)
    transaction.commit()
    browser = hub.browser(functional, "gesa")
    browser.open(case.absolute_url())
    assert evil not in browser.contents
    assert "&lt;script&gt;" in browser.contents
