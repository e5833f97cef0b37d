"""The forms of a scene and its points, whole without a script; pointing only fills them in."""

from copy import copy
from kommunalhub import _
from kommunalhub.core.forms.acting import ActingForm
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from kommunalhub.core.forms.dexterity import HubEditForm
from kommunalhub.core.forms.page import HubFormPage
from kommunalhub.core.forms.page import page_of
from kommunalhub.security.interfaces import ISourceNeeds
from kommunalhub.showroom.tours import angles
from kommunalhub.showroom.tours import graph
from kommunalhub.showroom.tours import operations
from kommunalhub.showroom.tours import records
from kommunalhub.showroom.tours import said
from kommunalhub.showroom.tours.browser import schemas
from kommunalhub.showroom.tours.browser.scene import NEEDS
from kommunalhub.showroom.tours.browser.scene import ScenePage
from plone.uuid.interfaces import IUUID
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.field import Fields
from z3c.form.form import Form
from zExceptions import NotFound
from zope.interface import implementer


SCENE = _("fieldset_scene", default="The scene")
#: What a new scene takes over from the one before.
AS_BEFORE = ("credits", "licence")
SAVED = _("message_point_saved", default="The point is saved.")
LINKED = _("message_scenes_linked", default="Both ways are saved: there and back.")
POINTED = _(
    "help_pointing",
    default="Open the view, turn it until the place is in the ring, and take the middle over; or "
    "click on the place. The numbers below are filled in, and can be typed just as well.",
)


class SceneAddForm(HubAddForm):
    """Asks for a new scene."""

    portal_type = "Scene"
    default_fieldset_label = SCENE
    label = _("heading_add_scene", default="Add a scene")
    description = _(
        "heading_add_scene_about",
        default="A title is enough for a beginning. Ways and details are put in afterwards.",
    )
    success_message = _(
        "message_scene_added", default="The scene is there. Its picture is made ready meanwhile."
    )
    what_next = (
        _("next_scene_tiles", default="The picture is made ready for visitors; it takes a minute."),
        _("next_scene_points", default="You link the scene and point out what there is to see."),
        _("next_scene_gaps", default="The page of the tour says what is missing."),
    )

    def nextURL(self):
        """Lead back to all scenes: after one there comes another."""
        return f"{self.container.absolute_url()}/{said.EDITOR}"

    def updateFields(self):
        """Propose what was said of the scene before: it mostly is the same person and licence."""
        super().updateFields()
        scenes = graph.scenes_of(self.container)
        if not scenes:
            return
        for fields in (self.fields, *(group.fields for group in self.groups)):
            for name in AS_BEFORE:
                before = getattr(scenes[-1], name, None)
                if name in fields and before:
                    fields[name].field = copy(fields[name].field)
                    fields[name].field.default = before


class SceneAddPage(HubAddPage):
    """The page of the add form."""

    form = SceneAddForm


class SceneEditForm(HubEditForm):
    """Changes a scene; its points have a page of their own."""

    default_fieldset_label = SCENE
    label = _("heading_edit_scene", default="Edit the scene")
    success_message = _("message_changes_saved", default="The changes are saved.")
    #: What else may be written over REST, see security/fields.
    further = ("punkte",)


SceneEditPage = edit_page_of(SceneEditForm)


class PointingViewer(ScenePage):
    """The view all around above a form, to point in."""

    template = ViewPageTemplateFile("templates/pointing.pt")

    def __call__(self):
        return self.template()


@implementer(ISourceNeeds)
class PointingPage(HubFormPage):
    """The page of a form with the view all around above it."""

    def source_needs(self):
        return NEEDS

    def trail(self):
        url = f"{self.context.absolute_url()}/{said.POINTS}"
        points = {"title": _("title_scene_points", default="Points in the picture"), "url": url}
        return [*super().trail(), points]


class PointingForm(ActingForm, Form):
    """Forms about one place in the picture."""

    refusals = (operations.Wrong,)
    ignoreContext = False
    description = POINTED

    @property
    def leave_url(self):
        return f"{self.context.absolute_url()}/{said.POINTS}"

    @property
    def preface(self):
        """The viewer to point in; nothing while there is no picture."""
        page = PointingViewer(self.context, self.request)
        return page() if page.picture() is not None else None


class PointForm(PointingForm):
    """A way or a detail: a new one, or the one that `point` names."""

    kind = None

    @property
    def point_id(self):
        value = self.request.form.get("point")
        return value if isinstance(value, str) else ""

    def stored(self):
        """Return the record that is changed, None for a new one; NotFound for one that is gone."""
        if not self.point_id:
            return None
        for point in graph.points_of(self.context, self.kind):
            if point.id == self.point_id:
                return point
        raise NotFound(self.point_id)

    def getContent(self):
        point = self.stored()
        return self.shown(records.kept(point)) if point is not None else self.empty()

    def shown(self, values):
        return values

    def empty(self):
        return {name: field.field.default for name, field in self.fields.items()}

    def hidden(self):
        return {**super().hidden(), **({"point": self.point_id} if self.point_id else {})}

    def values_of(self, data):
        return {name: data[name] for name in records.names(self.kind) if name in data}

    def finished(self, url, title):
        if not self.point_id:  # a changed one may be changed again by the same form
            super().finished(url, title)


class WayForm(PointForm):
    """Puts a way into another scene, and the way back with it."""

    kind = records.WAY

    @property
    def label(self):
        if self.point_id:
            return _("heading_edit_way", default="Change the way")
        return _("heading_add_way", default="Link two scenes")

    @property
    def fields(self):
        found = schemas.offering(Fields(schemas.IWay), self.context)
        return found if self.point_id else found + Fields(schemas.IWayBack)

    def shown(self, values):
        return {**values, "step_free": schemas.STEPS_BY_VALUE[values["step_free"]]}

    def empty(self):
        found = super().empty()
        target = self.request.form.get("target")
        known = {IUUID(scene) for scene in schemas.others(self.context)}
        is_known = isinstance(target, str) and target in known
        return {**found, "target": target if is_known else None}

    def values_of(self, data):
        found = super().values_of(data)
        return {**found, "step_free": schemas.STEPS[data["step_free"]]}

    def act(self, data):
        url, values = self.leave_url, self.values_of(data)
        if self.point_id or not data["back"]:
            operations.put(self.context, self.kind, values, self.point_id)
            return url, SAVED
        others = {IUUID(scene): scene for scene in schemas.others(self.context)}
        if values["target"] not in others:
            raise operations.Wrong({"target": operations.ELSEWHERE})
        other = others[values["target"]]
        operations.link(self.context, values, other, self.way_back(data, other))
        return url, LINKED

    def way_back(self, data, other):
        """Return the values of the way back; it begins behind who comes in, until one points."""
        yaw = data["back_yaw"]
        return {
            "words": data["back_words"] or "",
            "step_free": schemas.STEPS[data["step_free"]],
            "yaw": angles.opposite(other.yaw) if yaw is None else yaw,
            "pitch": data["back_pitch"] or 0,
        }


class DetailForm(PointForm):
    """Points out something to look at."""

    kind = records.DETAIL
    fields = Fields(schemas.IDetail)

    @property
    def label(self):
        if self.point_id:
            return _("heading_edit_detail", default="Change the detail")
        return _("heading_add_detail", default="Point something out")

    def act(self, data):
        operations.put(self.context, self.kind, self.values_of(data), self.point_id)
        return self.leave_url, SAVED


class FirstViewForm(PointingForm):
    """Where one looks on coming in."""

    fields = Fields(schemas.IFirstView)
    once = False
    label = _("heading_first_view", default="Where one looks first")

    def getContent(self):
        scene = self.context
        return {"yaw": scene.yaw, "pitch": scene.pitch, "fov": scene.fov}

    def act(self, data):
        operations.look_first(self.context, data["yaw"], data["pitch"], data["fov"])
        return self.leave_url, _("message_first_view", default="The first view is saved.")


WayPage = page_of(WayForm, PointingPage)
DetailPage = page_of(DetailForm, PointingPage)
FirstViewPage = page_of(FirstViewForm, PointingPage)
