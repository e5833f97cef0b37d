"""What people read whose file or request is too big."""

from kommunalhub import _
from kommunalhub.security.uploads import rules


def sentence(problem):
    """Return the translatable sentence for a rules.TooBig."""
    mapping = {"mb": problem.most, "file": rules.FILE}
    match problem.what:
        case "file":
            return _(
                "error_upload_file",
                default="The file is too big: up to ${mb} MB are possible.",
                mapping=mapping,
            )
        case "form":
            return _(
                "error_upload_form",
                default="This is too much at once: up to ${mb} MB together are possible, and up to "
                "${file} MB for one file.",
                mapping=mapping,
            )
        case "text":
            return _(
                "error_upload_text",
                default="The texts of a form may have up to ${mb} MB together. Please upload "
                "pictures as files instead of pasting them into a text.",
                mapping=mapping,
            )
        case "data":
            return _(
                "error_upload_data",
                default="Data may have up to ${mb} MB. Please send bigger files in parts "
                "(@tus-upload).",
                mapping=mapping,
            )
        case _:
            return _(
                "error_upload_stranger",
                default="Without signing in up to ${mb} MB are possible. Please sign in and send "
                "it again.",
                mapping=mapping,
            )
