"""A file gets a name that shows what it is, on every way into the site."""

from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from plone.namedfile.file import NamedFile

import pytest


TURNED = "Rechnung\u202efdp.exe"


@pytest.mark.parametrize("kind", [NamedFile, NamedBlobFile, NamedBlobImage])
def test_every_class_of_files(integration, kind):
    assert kind(b"x", filename=TURNED).filename == "Rechnungfdp.exe"
    file = kind(b"x", filename="gut.pdf")
    file.filename = "neu\x07.pdf"
    assert file.filename == "neu.pdf"


def test_a_name_of_nothing_is_none(integration):
    assert NamedBlobFile(b"x", filename="\u202e\u200b").filename is None


def test_titles_made_of_names_are_tidy(integration):
    with api.env.adopt_roles(["Manager"]):
        file = createContentInContainer(
            integration["portal"], "File", file=NamedBlobFile(b"x", filename=TURNED)
        )
    assert (file.title, file.file.filename) == ("Rechnungfdp.exe", "Rechnungfdp.exe")
