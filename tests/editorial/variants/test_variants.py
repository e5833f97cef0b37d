"""Pages that say the same in another way: linked both ways, never to what is internal."""

from kommunalhub.editorial.checks import operations as checks
from kommunalhub.editorial.checks import rules
from kommunalhub.editorial.variants import reading
from kommunalhub.editorial.variants.interfaces import IVariant
from plone import api
from plone.uuid.interfaces import IUUID
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema.interfaces import ConstraintNotSatisfied

import pytest


PART = 'class="variants"'


def step(who, obj, *names):
    for name in names:
        with api.env.adopt_user(username=who):
            api.content.transition(obj, name)


def kinds(page):
    return [one.kind for one in reading.variants_of(page)]


@pytest.fixture
def pair(write):
    """A public page and its draft in easy language."""
    page = write("Document", "Das Rathaus")
    step("petra", page, "publish")
    plain = write(
        "Document",
        "Das Rathaus, leicht",
        submit=False,
        variant_kind="plain",
        variant_of=IUUID(page),
    )
    return page, plain


def test_both_lead_to_each_other_once_citizens_read_both(pair, page):
    one, plain = pair
    assert PART not in page("rolf", one)
    assert "Alltagssprache" in page("rolf", plain)  # who writes it sees how it will be
    step("rolf", plain, "submit")
    step("petra", plain, "approve")
    assert PART not in page("rolf", one)
    step("petra", plain, "publish")
    for who in ("rolf", "petra"):
        html = page(who, one)
        assert f'href="{plain.absolute_url()}"' in html and 'hreflang="de-simple"' in html
    html = page("rolf", plain)
    assert f'href="{one.absolute_url()}"' in html and '<h1 lang="de-simple">' in html
    assert 'rel="alternate"' in html


def test_it_follows_when_a_page_moves_and_goes_when_it_goes(portal, area, pair):
    one, plain = pair
    step("rolf", plain, "submit")
    step("petra", plain, "publish")
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(area, "Folder", "buergerbuero", title="Bürgerbüro")
        moved = api.content.move(one, folder)
    assert reading.variants_of(plain)[0].url == moved.absolute_url()
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(plain, folder)
        api.content.delete(moved)
    assert copy.variant_of is None and copy.variant_kind is None
    assert kinds(plain) == []


def test_only_what_one_sees_can_be_chosen(portal, area, pair, write):
    one, plain = pair
    hidden = write("Document", "Ein Entwurf", submit=False)
    field = IVariant["variant_of"]
    with api.env.adopt_user(username="lea"), pytest.raises(ConstraintNotSatisfied):
        field.bind(area).validate(IUUID(hidden))
    with api.env.adopt_user(username="rolf"):
        field.bind(plain).validate(IUUID(hidden))
        with pytest.raises(ConstraintNotSatisfied):
            field.bind(one).validate(IUUID(plain))  # a variant has none
        with pytest.raises(ConstraintNotSatisfied):
            field.bind(portal["partner"]["lensahn"]).validate(IUUID(one))


def test_what_the_folder_promises_and_is_missing_is_told(area, pair):
    one, plain = pair
    area.promised_variants = {"plain", "sign"}
    told = [found.rule for found in checks.findings_of(one)]
    assert told == [rules.TWIN_PLAIN, rules.TWIN_SIGN]
    assert not any(found.must for found in checks.findings_of(one))
    step("rolf", plain, "submit")
    step("petra", plain, "publish")
    assert [found.rule for found in checks.findings_of(one)] == [rules.TWIN_SIGN]
    assert checks.findings_of(plain) == []


def test_the_catalog_forgets_what_is_a_variant_no_more(pair):
    one, plain = pair
    with api.env.adopt_user(username="rolf"):
        assert reading.has_variants(IUUID(one))
        plain.variant_kind = plain.variant_of = None
        notify(ObjectModifiedEvent(plain))
        assert not reading.has_variants(IUUID(one))
        [brain] = api.content.find(UID=IUUID(plain))
        assert not brain.variant_kind
