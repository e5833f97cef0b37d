"""What is shown of a picture: scales are cut, the picture itself is kept."""

from io import BytesIO
from kommunalhub.core.pictures.cuts.interfaces import ICut
from kommunalhub.core.pictures.cuts.scaling import cut_of
from kommunalhub.core.pictures.tags import listed
from kommunalhub.editorial.copies import operations as copies
from people import brain
from PIL import Image
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobImage
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent

import pytest


HALF = {"cut_left": 50, "cut_right": 0, "cut_top": 0, "cut_bottom": 0, "picture_turn": 0}


def picture(size=(800, 400), colours=("red", "lime"), kind="PNG"):
    """Return a picture whose left half has one colour and whose right half another one."""
    image = Image.new("RGB", size, colours[0])
    image.paste(colours[1], (size[0] // 2, 0, *size))
    made = BytesIO()
    image.save(made, kind)
    return NamedBlobImage(made.getvalue(), filename=f"bild.{kind.lower()}")


def shown(thing, **options):
    """Return (size, colour on the left) of what a scale of a thing shows."""
    scale = thing.unrestrictedTraverse("@@images").scale("image", **options)
    image = Image.open(BytesIO(scale.data.data)).convert("RGB")
    return image.size, image.getpixel((2, image.height // 2))


RED, LIME = (255, 0, 0), (0, 255, 0)


@pytest.fixture(params=["Image", "News Item"])
def thing(request, write):
    made = write(request.param, "Hafen", submit=False, image=picture(), image_alt="Hafen")
    assert ICut.providedBy(made)
    return made


def cut(thing, **fields):
    """Change it as a form does."""
    for name, value in fields.items():
        setattr(thing, name, value)
    changed(thing, *(f"ICut.{name}" for name in fields))


def changed(thing, *names):
    with api.env.adopt_user(username="rolf"):
        notify(ObjectModifiedEvent(thing, Attributes(ICut, *names)))


def test_scales_show_what_was_chosen_and_the_whole_is_kept(thing):
    data = thing.image.data
    assert shown(thing, scale="preview") == ((400, 200), RED)
    whole = thing.unrestrictedTraverse("@@images").scale("image", scale="preview", pre=True)
    cut(thing, **HALF)
    assert shown(thing, scale="preview") == ((400, 400), LIME)
    assert shown(thing, scale="large") == shown(thing) == ((400, 400), LIME)
    cut(thing, picture_turn=90, cut_left=0, cut_top=50)
    assert shown(thing, scale="large") == ((400, 400), LIME)
    cut(thing, **dict.fromkeys(HALF, 0))
    again = thing.unrestrictedTraverse("@@images").scale("image", scale="preview", pre=True)
    assert again.url == whole.url and shown(thing, scale="preview") == ((400, 200), RED)
    assert thing.image.data == data


def test_what_a_list_shows_is_cut_with_its_size(thing):
    before = listed(brain(thing), "preview")
    cut(thing, cut_left=50, cut_top=75)
    after = listed(brain(thing), "preview")
    assert after["src"] != before["src"]
    uid = after["src"].rpartition("/")[2].rpartition(".")[0]
    scale = thing.unrestrictedTraverse("@@images").publishTraverse(thing.REQUEST, f"{uid}.png")
    image = Image.open(BytesIO(scale.data.data))
    assert image.size == (after["width"], after["height"]) == (400, 100)


def test_another_picture_is_whole_again(thing):
    cut(thing, **HALF)
    thing.image = picture(colours=("blue", "white"))
    changed(thing, "ILeadPicture.image")
    assert shown(thing, scale="large") == ((800, 400), (0, 0, 255))
    thing.image = picture()
    cut(thing, image=thing.image, **HALF)
    assert shown(thing, scale="large") == ((400, 400), LIME)


def test_a_text_shows_it_at_once(write):
    made = write("Image", "Hafen", submit=False, image=picture())
    html = f'<p><img alt="Hafen" src="resolveuid/{made.UID()}/@@images/image/large" /></p>'
    text = RichTextValue(html, "text/html", "text/x-html-safe")
    page = write("Document", "Sperrmüll", submit=False, text=text)
    before = page.text.output_relative_to(page)
    cut(made, **HALF)
    after = page.text.output_relative_to(page)
    assert 'width="800"' in before and 'width="400"' in after
    assert page.text.raw == html


def test_drawings_are_shown_whole(write):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"/>'
    made = write("Image", "Plan", submit=False, image=NamedBlobImage(drawing, filename="a.svg"))
    cut(made, **HALF)
    assert cut_of(made).is_whole


def test_what_is_broken_is_shown_by_nothing_and_breaks_no_page(write):
    made = write("Image", "Hafen", submit=False, image=picture())
    broken = NamedBlobImage(b"\x89PNG\r\n\x1a\n" + b"x" * 99, "image/png", "bild.png")
    made.image = broken
    cut(made, **HALF)
    images = made.unrestrictedTraverse("@@images")
    assert images.scale("image", scale="large") is None


def test_a_working_copy_has_the_cut_and_brings_another_one(write):
    news = write("News Item", "Hafen", image=picture(), image_alt="Hafen", **HALF)
    with api.env.adopt_user(username="paul"):
        api.content.transition(news, "publish")
    with api.env.adopt_user(username="rolf"):
        copy = copies.start(news)
        assert (copy.cut_left, copy.cut_right) == (50, 0)
        copy.cut_left, copy.cut_right = 0, 50
        api.content.transition(copy, "submit")
    with api.env.adopt_user(username="paul"):
        api.content.transition(copy, "publish")
    assert (news.cut_left, news.cut_right) == (0, 50)
    assert shown(news, scale="large") == ((400, 400), RED)
