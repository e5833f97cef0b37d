"""What experience notes say in the site's language: words in place of what is left out, lengths."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.lib import redaction


#: What stands in the place of what is left out.
LEFT_OUT = {
    redaction.NAME: _("lesson_word_name", default="[name]"),
    redaction.MAIL: _("lesson_word_mail", default="[e-mail]"),
    redaction.PHONE: _("lesson_word_phone", default="[telephone]"),
    redaction.ACCOUNT: _("lesson_word_account", default="[account]"),
    redaction.NUMBER: _("lesson_word_number", default="[number]"),
    redaction.STREET: _("lesson_word_street", default="[address]"),
    redaction.BIRTH: _("lesson_word_birth", default="[date]"),
    redaction.PLACE: _("lesson_word_place", default="[place]"),
    redaction.DEVICE: _("lesson_word_device", default="[device]"),
}
KINDS = {
    "municipality": _("lesson_for_municipality", default="a town or municipality"),
    "office_union": _("lesson_for_office_union", default="a joint administration"),
}
SOMEBODY = _("lesson_for_somebody", default="an administration of the hub")


def words():
    """Return {reason: what stands in its place}."""
    return {reason: in_site_language(word) for reason, word in LEFT_OUT.items()}


def length(unit, number):
    """Return the message for a rough length of time, see rules.roughly."""
    if unit == "days":
        return _("lesson_some_days", default="a few days")
    if unit == "weeks" and number == 1:
        return _("lesson_weeks_one", default="about one week")
    if unit == "weeks":
        return _("lesson_weeks", default="about ${n} weeks", mapping={"n": number})
    if number == 1:
        return _("lesson_months_one", default="about one month")
    return _("lesson_months", default="about ${n} months", mapping={"n": number})
