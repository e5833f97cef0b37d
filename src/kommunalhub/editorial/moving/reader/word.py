"""Word: headings, lists, tables, links and pictures; not how it looks."""

from base64 import b64encode
from io import BytesIO
from kommunalhub.editorial.moving.reader import html as pages
from kommunalhub.lib import markup
from kommunalhub.lib.filetext.limits import Refused as NotRead
from kommunalhub.lib.filetext.packages import kind_of
from kommunalhub.lib.filetext.packages import Package

import mammoth


STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""
CORE = "docprops/core.xml"
MAIN = "h1.title"


class _Title(markup.Handler):
    """The title among the properties of a file."""

    def __init__(self):
        self.inside, self.title = False, ""

    def start(self, name, attributes):
        self.inside = name == "dc:title"

    def end(self, name):
        self.inside = False

    def text(self, text):
        if self.inside and len(self.title) < 1_000:
            self.title += text


def read(data, key, base, limits):
    """Return the page that a .docx makes."""
    if kind_of(BytesIO(data)) != "docx":
        raise NotRead("unsupported", "other_content")
    title = look(Package(BytesIO(data), limits))
    found = mammoth.convert_to_html(
        BytesIO(data),
        style_map=STYLES,
        include_embedded_style_map=False,
        external_file_access=False,
        convert_image=mammoth.images.img_element(_as_data),
    )
    return pages.page_of(found.value, key, base, other_title=title, headings_are_chapters=True)


def look(package):
    """Count what all members unpack to, within limits; return the title the file says it has."""
    for name in package.members:
        if name.endswith((".xml", ".rels")):
            package.parse(name, markup.Handler())
    if CORE not in package:
        return ""
    told = _Title()
    package.parse(CORE, told)
    return told.title


def _as_data(image):
    with image.open() as stream:
        picture = b64encode(stream.read()).decode("ascii")
    return {"src": f"data:{image.content_type};base64,{picture}", "alt": image.alt_text or ""}
