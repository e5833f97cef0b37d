"""What was said with the last step: why a case came back, above all.

It stands where somebody is asked to go on: on the page, in the inbox, in a notice. The catalog
keeps a short form of it, so that a list wakes no case.
"""

from datetime import datetime
from kommunalhub.approvals import workflows
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.people import who_acted
from kommunalhub.approvals.processes import process_of
from kommunalhub.core import formatting


KEY = "word"
#: So many characters stand in a list; the whole text is on the page of the case.
SHORT = 300


def word_of(case, longest=None):
    """Return what was said with the last step, or None where nothing was.

    A dict: seq, action, by, behalf (user ids or None), when (ISO), text. longest: characters.
    None too where the case waits for nobody: then there is nothing to go on with.
    """
    process = process_of(case.portal_type)
    if process is None or not process.step(workflows.state_of(case)).awaits:
        return None
    entry = IJournal(case).last("transition")
    text = entry["comment"] if entry is not None else ""
    if not text:
        return None
    if longest is not None and len(text) > longest:
        text = f"{text[: longest - 1].rstrip()}…"
    return {
        "seq": entry["seq"],
        "action": entry["action"],
        "by": entry["actor"],
        "behalf": entry["on_behalf_of"],
        "when": entry["when"],
        "text": text,
    }


def shown_word(word, portal_type, called):
    """Return {verb, who, when, iso, text} of what word_of gave, or None.

    called: function from a user id to a name.
    """
    if not word:
        return None
    moment = datetime.fromisoformat(word["when"])
    return {
        "verb": workflows.transition_title(portal_type, word["action"]),
        "who": who_acted(called(word["by"]), word["behalf"] and called(word["behalf"])),
        "when": formatting.moment(moment),
        "iso": word["when"],
        "text": word["text"],
    }
