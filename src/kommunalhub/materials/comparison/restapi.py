"""GET @comparison and @versions of a material."""

from dataclasses import asdict
from dataclasses import is_dataclass
from kommunalhub.approvals import revisions
from kommunalhub.approvals.answers.facts import as_html
from kommunalhub.materials.comparison.reading import differences
from kommunalhub.materials.comparison.versions import versions_of
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.i18n import translate


class ComparisonGet(Service):
    """{original, fields: [{name, title, before, after, pieces}]} of a revision; else 404.

    before, after: text, HTML of a value, or {name, kind, size, size_text} of a file. pieces: [kind,
    text] with "same", "out" or "in" for kind, of texts and of what files say.
    """

    def reply(self):
        original = revisions.original_of(self.context)
        if original is None:
            raise NotFound(self.context.absolute_url())
        return {
            "@id": f"{self.context.absolute_url()}/@comparison",
            "original": original.absolute_url(),
            "fields": [
                {
                    "name": found.name,
                    "title": translate(found.title, context=self.request),
                    "before": self.shown(found.before),
                    "after": self.shown(found.after),
                    "pieces": [list(piece) for piece in found.pieces],
                }
                for found in differences(self.context, self.request)
            ],
        }

    def shown(self, value):
        if value is None:
            return None
        return asdict(value) if is_dataclass(value) else as_html(value, self.request)


class VersionsGet(Service):
    """{items}: see versions.versions_of; `changed` as {field name: title}."""

    def reply(self):
        return {
            "@id": f"{self.context.absolute_url()}/@versions",
            "items": [self.shown(version) for version in versions_of(self.context)],
        }

    def shown(self, version):
        said = {name: self.said(version[name]) for name in ("who", "state")}
        changed = {name: self.said(title) for name, title in version["changed"]}
        return {**version, **said, "changed": changed}

    def said(self, message):
        return translate(message, context=self.request)
