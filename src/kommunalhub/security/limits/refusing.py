"""What people read who asked for too much."""

from kommunalhub import _
from kommunalhub.core.restapi.body import wrong


def refusal(error, request):
    """Return the BadRequest that names what a TooMuch is about."""
    return wrong(error.name, sentence(error), request)


def sentence(error):
    """Return the translatable sentence for a TooMuch."""
    most = {"n": error.most}
    match error.why:
        case "number":
            return _(
                "error_number_between",
                default="This must be a whole number from ${least} to ${n}.",
                mapping={"least": error.least, **most},
            )
        case "many":
            return _("error_too_many", default="At most ${n} at once, please.", mapping=most)
        case "long":
            return _("error_too_long", default="At most ${n} letters, please.", mapping=most)
        case "words":
            return _("error_too_many_words", default="At most ${n} words, please.", mapping=most)
        case "wildcards":
            return _(
                "error_too_many_wildcards",
                default="At most ${n} of the signs * and ? in one word, please, and few in all.",
                mapping=most,
            )
        case "nested":
            return _("error_nested", default="This is nested too deeply to be answered.")
        case _:
            return _("error_query_form", default="This question has a form we do not understand.")
