"""The statements in words, and the picture of what was said."""

from kommunalhub import _
from kommunalhub.core import charts
from kommunalhub.workshops.evaluation import rules
from zope.i18n import translate


STATEMENTS = {
    "content": _("evaluation_content", default="I learned what I had hoped for."),
    "pace": _("evaluation_pace", default="The pace was right for me."),
    "trainers": _("evaluation_trainers", default="The trainers explained well."),
    "use": _("evaluation_use", default="I can use it in my work."),
}
VALUES = (
    (5, _("evaluation_5", default="fully")),
    (4, _("evaluation_4", default="mostly")),
    (3, _("evaluation_3", default="partly")),
    (2, _("evaluation_2", default="hardly")),
    (1, _("evaluation_1", default="not at all")),
)
WRONG = _("error_evaluation", default="Please choose one of the answers.")
EMPTY = _(
    "error_evaluation_empty", default="Please answer at least one question or write something."
)
LONG = _(
    "error_answer_long",
    default="At most ${most} characters, please.",
    mapping={"most": rules.LONGEST_COMMENT},
)


def wrong(error):
    """Return the sentence for a WrongSheet."""
    return {"ratings": EMPTY, "comment": LONG}.get(error.field, WRONG)


def picture(found, request):
    """Return the Results as lying bars: how much people agree on average."""
    rows = [
        (
            translate(STATEMENTS[one.statement], context=request),
            float(one.mean),
            f"{one.mean}".replace(".", ","),
        )
        for one in found
    ]
    title = translate(_("evaluation_picture", default="How much people agree"), context=request)
    text = translate(
        _("evaluation_picture_about", default="Means from 1 (not at all) to 5 (fully)."),
        context=request,
    )
    return charts.lying_bars(title, text, rows, rules.BEST, "evaluation")
