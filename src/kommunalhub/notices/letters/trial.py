"""The letter with which somebody sees whether mails arrive; text is enough for that."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.notices.outbox import Letter
from zope.i18n import translate


def trial_letter(portal, userid, recipient, request):
    """Return the Letter, in the language of the person who asked for it just now."""
    mapping = {"site": portal.Title(), "when": formatting.moment(formatting.now())}
    text = _(
        "mail_test_body",
        default="Hello,\n\nthis mail from “${site}” was sent on ${when} with the button on the "
        "page “Outgoing mail”. As it has arrived, the site can send mails.\n",
        mapping=mapping,
    )
    return Letter(
        key=f"test {userid} {formatting.now().isoformat()}",
        userid=userid,
        recipient=recipient,
        subject=translate(
            _("mail_test_subject", default="Test mail: ${site}", mapping=mapping), context=request
        ),
        text=translate(text, context=request),
        html="",
    )
