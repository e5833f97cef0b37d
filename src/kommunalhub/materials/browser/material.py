"""The page of a material: to read first of all, and to decide for those whose case it is."""

from datetime import datetime
from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals import revisions
from kommunalhub.approvals.browser.case import CaseView
from kommunalhub.approvals.titles import title_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.origins import origins_of
from kommunalhub.materials import operations
from kommunalhub.materials import workflow
from kommunalhub.materials.interfaces import IWorkshopMaterial
from kommunalhub.materials.library import counting
from kommunalhub.partners.interfaces import IPartnered
from kommunalhub.partners.rules import group_id
from kommunalhub.search.reading import state
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class MaterialView(CaseView):
    """Facts, download, text and video; state bar, decision and journal for those involved."""

    template = ViewPageTemplateFile("templates/material.pt")
    parts = CaseView.template

    def __call__(self):
        if self.request.method == "GET":
            counting.note(counting.VIEWS, self.context)
        return super().__call__()

    @property
    def is_released(self):
        return self.case.state in workflow.RELEASED

    def facts(self):
        whom = self.rows(IPartnered, ["partner"]) + self.rows(
            IWorkshopMaterial,
            ["topics", "audience", "level", "material_language", "workshop_title"],
        )
        validity = self.rows(IWorkshopMaterial, ["licence", "valid_until", "review_on"])
        groups = [
            (_("heading_material_whom", default="For whom and about what"), whom),
            (_("fieldset_material_validity", default="Licence and validity"), validity),
        ]
        return [(heading, rows) for heading, rows in groups if rows]

    def fingerprint(self):
        return f"{super().fingerprint()}-{state.outcome_of(self.context)}"

    def text(self):
        """Return the text as safe HTML, or None."""
        text = self.context.text
        return text.output_relative_to(self.context) if text else None

    def release(self):
        """Return {who, day} of the last release, or None; a group is named, never a person."""
        if not self.is_released:
            return None
        entry = operations.last_release(self.context)
        if entry is None:
            return None
        return {
            "who": title_of(group_id(self.case.partner, "reviewers")),
            "day": formatting.day(datetime.fromisoformat(entry["when"])),
        }

    def is_outdated(self):
        """Return whether the last day of validity has passed."""
        until = self.context.valid_until
        return until is not None and until < formatting.to_local(formatting.now()).date()

    def is_being_checked(self):
        return self.case.state == workflow.DUE_FOR_REVIEW

    def origins(self):
        """Return [{title, url}] of what it was made of, as far as this person may see that."""
        return origins_of(self.context, self.request)

    # Revisions

    @cached_property
    def original(self):
        """The released material that this is a revision of, or None."""
        return revisions.original_of(self.context)

    @cached_property
    def revision(self):
        """The revision that somebody works on, where this person may see it, or None."""
        found = revisions.revision_of(self.context)
        visible = found is not None and asking.may("View", found)
        return found if visible else None

    def may_revise(self):
        return self.is_released and revisions.may_revise(self.context)

    def may_delete_draft(self):
        """A revision is discarded, so that its original learns of it."""
        return self.original is None and super().may_delete_draft()

    def may_discard(self):
        return self.original is not None and asking.may("Delete objects", self.context)
