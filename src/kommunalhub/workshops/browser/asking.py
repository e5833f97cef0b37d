"""The questions of a workshop as fields of a form, and what was typed into them."""

from kommunalhub import _
from kommunalhub.workshops import answering
from kommunalhub.workshops import operations
from kommunalhub.workshops import questions
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: More choices stand in a list to open.
MOST_RADIOS = 7
NO_ANSWER = _("answer_none", default="no answer")
YES_NO = {questions.YES: answering.YES_NO[True], questions.NO: answering.YES_NO[False]}


class Asking:
    """Part of a page that asks. Its templates show the macros `fields` and `needs` of asking.pt."""

    asking = ViewPageTemplateFile("templates/asking.pt")
    #: {id: what was typed or is kept}, {id or "needs": what is wrong}.
    answers = {}
    answer_errors = {}
    needs = ""

    def read_answers(self, before=()):
        """Read what was typed; return the answers to keep, None where something is wrong.

        before: the answers that are kept until now.
        """
        form = self.request.form
        ids = [one.id for one in answering.questions_of(self.context)]
        self.answers = {key: form.get(f"q-{key}") for key in ids}
        kept, errors = answering.checked(self.context, self.answers, before)
        needs = form.get("needs")
        self.needs = needs.strip() if isinstance(needs, str) else ""
        if len(self.needs) > operations.LONGEST_NEEDS:
            errors["needs"] = _(
                "error_too_long",
                default="At most ${n} letters, please.",
                mapping={"n": operations.LONGEST_NEEDS},
            )
        self.answer_errors = errors
        return None if errors else kept

    def show_answers(self, one):
        """Let the form begin with what a Registration holds."""
        self.answers, self.needs = dict(one.answers), one.needs

    def has_questions(self):
        return bool(answering.questions_of(self.context))

    def question_fields(self):
        """Return the fields to show, one for each question."""
        asked = {one.id: one for one in answering.questions_of(self.context)}
        return [self.field_of(one, asked) for one in asked.values()]

    def field_of(self, one, asked):
        value = self.answers.get(one.id)
        if isinstance(value, bool):
            value = questions.YES if value else questions.NO
        value = value if isinstance(value, str) else ""
        options = self.options_of(one, value)
        return {
            "name": f"q-{one.id}",
            "title": one.title,
            "value": value,
            "needed": one.needed,
            "required": one.needed and not one.when,
            "condition": condition_of(one, asked),
            "when": f"q-{one.when}" if one.when else None,
            "equals": one.equals if one.when else None,
            "error": self.answer_errors.get(one.id),
            "radios": options if len(options) <= MOST_RADIOS + 1 else [],
            "options": options if len(options) > MOST_RADIOS + 1 else [],
        }

    def options_of(self, one, value):
        """Return what there is to choose from; an answer that is no longer offered stays."""
        if one.kind == questions.TEXT:
            return []
        titles = YES_NO if one.kind == questions.YESNO else dict.fromkeys(one.choices)
        titles = {key: title or key for key, title in titles.items()}
        if value and value not in titles:
            titles[value] = value
        if not one.needed or one.when or len(titles) > MOST_RADIOS:
            titles = {"": NO_ANSWER, **titles}
        return [
            {"value": key, "title": title, "checked": key == value} for key, title in titles.items()
        ]


def condition_of(one, asked):
    """Return in words under which answer a question is asked, None for always."""
    if not one.when:
        return None
    return _(
        "question_condition",
        default="Only if „${question}“ is answered with „${answer}“.",
        mapping={"question": asked[one.when].title, "answer": YES_NO.get(one.equals, one.equals)},
    )
