"""@@bilder-bearbeiten of an exhibit: its pictures brought at once, described and put in order."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.lib.pictures import MOST_BYTES
from kommunalhub.showroom import operations as showroom
from kommunalhub.showroom.gallery import operations
from kommunalhub.showroom.validation import MEGABYTE
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getMultiAdapter
from zope.i18n import translate

import json


EDITOR = "@@bilder-bearbeiten"
#: With which upload.js sends a file, and wants its line alone.
BY_SCRIPT = "X-Hub-Upload"
LICENCES = "kommunalhub.showroom.licences"
MISSING = _("error_file_missing", default="Please choose a file first.")
NO_LICENCE = _("error_gallery_licence", default="Please choose one of the licences.")
SAVED = _("message_changes_saved", default="The changes are saved.")
MOVED = _("message_scene_moved", default="The order is saved.")
NOT_SAVED = _("form_has_errors", default="Please look at the marked fields.")
MOVES = {"up": -1, "down": 1}


class GalleryEditor(OwnPage):
    """For who may change the exhibit."""

    template = ViewPageTemplateFile("templates/editor.pt")
    #: Lines: [{name, url, problem, known, cut}]; None before anything was sent.
    results = None
    problem = None

    def __init__(self, context, request):
        super().__init__(context, request)
        #: {id of a picture: {field: message}}
        self.errors = {}

    @property
    def url(self):
        return f"{self.context.absolute_url()}/{EDITOR}"

    @property
    def script(self):
        return static_url("upload.js", self.site_url)

    @property
    def style(self):
        return static_url("showroom.css", self.site_url)

    @property
    def megabytes(self):
        return MOST_BYTES // MEGABYTE

    def post(self):
        return self.bring() if "upload" in self.request.form else self.describe()

    # Pictures that come

    @cached_property
    def shared(self):
        """{credits, licence} of new pictures: as sent, else as of the last one or the poster."""
        form = self.request.form
        if "upload" in form:
            return {name: self.field(name).strip() for name in ("credits", "licence")}
        last = operations.pictures_of(self.context)[-1:] or [self.context]
        return {name: getattr(last[0], name) or "" for name in ("credits", "licence")}

    def licences(self):
        """Return [{value, title, selected}]."""
        chosen = self.shared["licence"]
        return [
            {"value": value, "title": title, "selected": "selected" if value == chosen else None}
            for value, title in titles_of(LICENCES).items()
        ]

    def bring(self):
        sent = self.request.form.get("files") or []
        sent = sent if isinstance(sent, list) else [sent]
        sent = [upload for upload in sent if getattr(upload, "filename", None)]
        licence = self.shared["licence"]
        if not sent:
            return self.refuse(MISSING)
        if licence and licence not in titles_of(LICENCES):
            return self.refuse(NO_LICENCE)
        shared = {"credits": self.shared["credits"][:200], "licence": licence or None}
        self.results = [self.line(one) for one in operations.bring(self.context, sent, shared)]
        if self.request.getHeader(BY_SCRIPT):
            self.request.response.setHeader("Content-Type", "application/json")
            return json.dumps(self.results)
        return self.template()

    def refuse(self, problem):
        self.problem = problem
        self.request.response.setStatus(400)
        return self.template()

    def line(self, result):
        """Return what is said of a file."""
        problem = result.problem and translate(result.problem, context=self.request)
        place = f"#{result.picture.getId()}" if result.picture is not None else ""
        return {
            "name": result.name,
            "url": f"{self.url}{place}" if place else "",
            "problem": problem or "",
            "known": result.is_known,
            "cut": "",
        }

    # Pictures that are there

    def describe(self):
        """Save what was typed of all pictures, then move one if that was asked for."""
        objects = {one.getId(): one for one in operations.pictures_of(self.context)}
        typed = {id_: self.typed(one) for id_, one in objects.items()}
        found = {id_: operations.wrong_in(values) for id_, values in typed.items()}
        self.errors = {id_: wrong for id_, wrong in found.items() if wrong}
        if self.errors:
            return self.refuse(NOT_SAVED)
        for id_, values in typed.items():
            operations.describe(objects[id_], values)
        for name, by in MOVES.items():
            picture = objects.get(self.field(name))
            if picture is not None:
                showroom.move(picture, by)
                return self.lead_to(f"{self.url}#{picture.getId()}", MOVED)
        return self.lead_to(self.url, SAVED)

    def typed(self, picture):
        """Return {title, alternative} of a picture as they were sent, else as they are."""
        found = {}
        for name in operations.LONGEST:
            sent = self.request.form.get(f"{name}-{picture.getId()}")
            value = sent if isinstance(sent, str) else getattr(picture, name) or ""
            found[name] = tidied(value)
        found["title"] = " ".join(found["title"].split())
        return found

    def pictures(self):
        """Return a row for each picture, in order."""
        objects = operations.pictures_of(self.context)
        return [self.row(one, at, len(objects) - 1) for at, one in enumerate(objects)]

    def row(self, picture, at, last):
        url, id_ = picture.absolute_url(), picture.getId()
        images = getMultiAdapter((picture, self.request), name="images")
        licence = titles_of(LICENCES).get(picture.licence)
        wrong = self.errors.get(id_, {})
        return {
            "id": id_,
            "number": at + 1,
            "name": picture.Title(),
            **self.typed(picture),
            "wrong": {name: wrong.get(name) for name in operations.LONGEST},
            "tag": images.tag("image", scale="preview", alt="", title=None, loading="lazy"),
            "credits": picture.credits,
            "licence": licence,
            "edit": f"{url}/edit",
            "delete": f"{url}/delete_confirmation" if self.may_delete(picture) else None,
            "first": at == 0,
            "last": at == last,
        }

    def may_delete(self, picture):
        return asking.may("Delete objects", picture)


def tidied(text):
    """Return a text without signs that nobody sees, lines as they are.

    >>> tidied(" a\\x00b\\r\\nc ")
    'ab\\nc'
    """
    return "".join(sign for sign in text if sign.isprintable() or sign == "\n").strip()
