"""What becomes of a text once it is saved: no looks of Word, its pictures beside the page."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from io import BytesIO
from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.core.tools import site_url
from kommunalhub.editorial.checks.operations import html_of
from kommunalhub.editorial.writing.pasted import office
from kommunalhub.editorial.writing.pasted import rules
from PIL import Image
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobImage


SCALE = "@@images/image/large"
LONGEST_TITLE = 120


def take_in(page):
    """Tidy up what a program of an office wrote, whoever sent it; put pasted pictures in files."""
    html = html_of(page)
    if office.is_office(html):
        _write(page, office.cleaned(html, site_url()).html)
    file_pictures(page)


def file_pictures(page):
    """Make pictures of what was pasted into a page; what is none, or may not be added, stays."""
    html = html_of(page)
    found = [one for one in rules.pasted(html) if is_picture(one.data)]
    place = aq_parent(aq_inner(page))
    if not found or "Image" not in {fti.getId() for fti in place.allowedContentTypes()}:
        return
    for number, one in enumerate(found, 1):
        name = _("pasted_picture", default="Picture of ${page}", mapping={"page": page.Title()})
        title = one.alternative or f"{in_site_language(name)} {number}"
        picture = createContentInContainer(
            place,
            "Image",
            title=title[:LONGEST_TITLE],
            image=NamedBlobImage(one.data, one.kind, f"bild-{number}.{one.ending}"),
        )
        html = html.replace(one.address, f"resolveuid/{picture.UID()}/{SCALE}")
    _write(page, html)


def _write(page, html):
    page.text = RichTextValue(html, page.text.mimeType, page.text.outputMimeType)


def is_picture(data):
    """Return whether bytes are a picture that is whole."""
    try:
        with Image.open(BytesIO(data)) as image:
            image.verify()
    except Exception:  # whatever Pillow stumbles over is no picture
        return False
    return True
