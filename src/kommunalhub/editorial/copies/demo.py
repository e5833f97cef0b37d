"""What the demo has of changed pages: a working copy that waits, and a page with versions."""

from kommunalhub.editorial.copies import operations
from kommunalhub.editorial.copies.operations import WHY
from plone.app.textfield.value import RichTextValue
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


KIND = "changed"
#: A public page, and what its copy says otherwise; working days ago: started, handed in.
COPIED = ("dataport", "passwort-vergessen")
BEFORE, AFTER = "aus vier Wörtern", "aus vier Wörtern, die nichts miteinander zu tun haben"
STARTED, HANDED_IN = 2, 1
#: An internal page, which is changed where it stands: working days ago, what comes in, why.
SAVED = ("lensahn", "sitzungsdienst-anleitung")
CHANGES = (
    (9, "<p>Eilige Vorlagen melden Sie telefonisch an.</p>", "Eilige Vorlagen ergänzt"),
    (
        *(4, "<p>Anlagen hängen Sie als PDF an, damit alle sie öffnen können.</p>"),
        "Hinweis auf Anlagen, aus der Runde der Redaktionen",
    ),
)


def build(stage):
    """Have a page changed by a copy and another one in place, once; return how many there are."""
    for (partner, name), change in ((COPIED, _copy), (SAVED, _save)):
        page = stage.section(f"partner/{partner}").get(name)
        if page is not None and not stage.record.has(KIND, name):
            stage.record.note(KIND, name, change(stage, page, f"{partner}-redaktion"))
    return 2


def _copy(stage, page, editor):
    days = [stage.calendar.moment(stage.calendar.workday(ago)) for ago in (STARTED, HANDED_IN)]
    with stage.as_person(editor, days[0]):
        copy = operations.start(page)
        _write(copy, copy.text.raw.replace(BEFORE, AFTER), "")
    stage.backdate_creation(copy, days[0])
    stage.publish(copy, "submit", editor, days[1])
    return copy


def _save(stage, page, editor):
    for ago, text, why in CHANGES:
        moment = stage.calendar.moment(stage.calendar.workday(ago))
        with stage.as_person(editor, moment):
            _write(page, page.text.raw + text, why)
        stage.backdate_change(page, moment)
    return page


def _write(page, html, why):
    """Save a text as its form does, and say why."""
    page.text = RichTextValue(html, "text/html", "text/x-html-safe")
    said = IAnnotations(page.REQUEST)
    said[WHY] = why
    notify(ObjectModifiedEvent(page))
    said[WHY] = ""
