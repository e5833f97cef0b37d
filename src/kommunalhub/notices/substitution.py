"""What two people hear when one of them stands in for the other."""

from datetime import datetime
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.notices import audience
from kommunalhub.notices import rules
from kommunalhub.notices import texts
from kommunalhub.notices.box import ensure_box
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.letters.substitutions import SENTENCES
from kommunalhub.notices.letters.substitutions import substitution_letter
from kommunalhub.notices.operations import post
from plone import api


KIND = "substitution"
TITLE = _("notice_title_substitution", default="Substitution")
WHY = _("notice_why_substitution", default="It is about a substitution of yours.")


def tell_of(portal, substitution, what, by):
    """Tell both people of a substitution, without whoever caused it."""
    if what not in SENTENCES:
        return
    people = (substitution.substitute, substitution.absent)
    for side, (userid, other) in enumerate((people, people[::-1])):
        member = api.user.get(userid=userid)
        if userid == by or member is None:
            continue
        notice = {
            "case": "",
            "number": "",
            "type": "",
            "seq": 0,
            "kind": KIND,
            "action": what,
            "to": None,
            "actor": other,
            "behalf": None,
            "reason": rules.AWAITS,
            "muted": False,
            "side": side,
            "start": substitution.start.isoformat(),
            "end": substitution.end.isoformat(),
        }
        _write(portal, audience.person_of(member), notice, substitution.id)


def _write(portal, person, notice, number):
    box = ensure_box(portal, person.userid)
    for channel in rules.CHANNELS:
        # Rights begin and end at a minute: that does not wait for the summary of tomorrow.
        way = rules.way(channel, box.mode(channel), notice["reason"])
        notice[channel] = rules.NEVER if way == rules.NEVER else rules.NOW
    now = formatting.now()
    box.add(now, notice)
    if notice["mail"] == rules.NOW and person.email and settings_of(portal) is not None:
        key = f"{KIND}:{number}:{notice['action']}:{notice['end']}:{person.userid}"
        other = texts.name_of(notice["actor"])
        post(portal, substitution_letter(portal, person, sentence(notice), other, key))


def sentence(notice):
    """Return what such a notice says, translatable."""
    return filled(SENTENCES[notice["action"]][notice["side"]], _mapping(notice))


def _mapping(notice):
    return {
        "other": texts.name_of(notice["actor"]),
        "start": formatting.moment(datetime.fromisoformat(notice["start"])),
        "end": formatting.moment(datetime.fromisoformat(notice["end"])),
    }
