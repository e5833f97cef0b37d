"""@@fassungen: earlier versions of a page; two compared; one brought back."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.revisions import may_change
from kommunalhub.core import asking
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.messages import filled
from kommunalhub.editorial.comparing.page import Comparing
from kommunalhub.editorial.copies.operations import CopyThere
from kommunalhub.editorial.versions import operations
from kommunalhub.editorial.versions import reading
from kommunalhub.editorial.versions import rules
from kommunalhub.editorial.versions.interfaces import NotRestorable
from kommunalhub.editorial.versions.interfaces import NoVersion
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Forbidden
from zExceptions import NotFound
from zope.i18n import translate


DONE = _("version_done", default="The page says again what it said in the version of ${when}.")
IN_COPY = _(
    "version_in_copy",
    default="The version of ${when} is restored in a working copy. The released page stays as it "
    "is until that one is released.",
)


PICK_OLD = _("version_pick_old", default="Old: version of ${when}")
PICK_NEW = _("version_pick_new", default="New: version of ${when}")


class Versions(OwnPage):
    """The list, newest first."""

    template = ViewPageTemplateFile("templates/versions.pt")

    def __call__(self):
        if not reading.may_see(self.context):
            raise NotFound(self.__name__)
        return super().__call__()

    @property
    def address(self):
        return self.context.absolute_url()

    @cached_property
    def versions(self):
        return reading.versions_of(self.context)

    def pick_old(self, one):
        return filled(PICK_OLD, when=one.moment)

    def pick_new(self, one):
        return filled(PICK_NEW, when=one.moment)

    def may_restore(self):
        return may_change(self.context)

    def by_copy(self):
        """Whether what is restored goes into a working copy."""
        return not asking.may(reading.MODIFY, self.context)


class Compare(Comparing):
    """Two versions, or one and what the page says now: `from` and `to`, `to` left out for now."""

    template = ViewPageTemplateFile("templates/compare.pt")

    def __call__(self):
        if not reading.may_see(self.context):
            raise NotFound(self.__name__)
        try:
            self.older, self.newer = rules.ordered(
                *(rules.chosen(self.field(name), self.numbers) for name in ("from", "to"))
            )
        except LookupError as error:
            raise NotFound(self.__name__) from error
        if self.older is None:  # nothing chosen: what the last change was
            self.older = rules.before(self.numbers)
        if self.older is None:
            raise NotFound(self.__name__)
        return super().__call__()

    @cached_property
    def told(self):
        """Return {number: Version}."""
        return {one.number: one for one in reading.versions_of(self.context)}

    @property
    def numbers(self):
        return list(self.told)

    @property
    def kept(self):
        newer = "" if self.newer is None else self.newer
        return (("from", self.older), ("to", newer))

    @cached_property
    def before(self):
        return reading.version(self.context, self.older)

    @cached_property
    def after(self):
        return self.context if self.newer is None else reading.version(self.context, self.newer)

    def one(self):
        return self.told[self.older]

    def other(self):
        """Return the newer Version, None for what the page says now."""
        return None if self.newer is None else self.told[self.newer]

    def may_restore(self):
        return may_change(self.context)


class Restore(OwnPage):
    """POST with `number`, or `version_id` as Plone's own pages say."""

    def __call__(self):
        if not reading.may_see(self.context):
            raise NotFound(self.__name__)
        if self.request.method != "POST":
            return self.lead_to(f"{self.context.absolute_url()}/@@fassungen")
        return super().__call__()

    def post(self):
        asked = self.field("number") or self.field("version_id")
        try:
            told = reading.told(self.context, rules.chosen(asked, range(rules.HIGHEST)))
            target = operations.restore(self.context, told.number)
        except (LookupError, NoVersion) as error:
            raise NotFound(self.__name__) from error
        except NotRestorable as error:
            raise Forbidden(translate(error.args[0], context=self.request)) from error
        except CopyThere as error:
            return self.lead_to(self.context.absolute_url(), error.held.said)
        said = DONE if target is self.context else IN_COPY
        said = filled(said, when=told.moment)
        return self.lead_to(target.absolute_url(), said)
