"""Why something is not taken over, and what of a page could not come along, in words."""

from kommunalhub import _
from kommunalhub.core.messages import filled
from kommunalhub.editorial.moving import rules


VERDICTS = {
    rules.NEW: _("moving_new", default="new"),
    rules.SAME: _("moving_same", default="unchanged"),
    rules.CHANGED: _("moving_changed", default="changed"),
    rules.REFUSED: _("moving_refused", default="not taken over"),
}
DAMAGED = _("moving_damaged", default="The file is damaged or not what its ending says.")
#: {token of a reason: a message}; ${detail} says more.
REASONS = {
    # of a whole source
    "no_source": _("moving_no_source", default="There is no such folder or archive."),
    "no_archive": _("moving_no_archive", default="This is no ZIP archive that can be unpacked."),
    "no_records": _("moving_no_records", default="The export names no contents."),
    "metadata": _("moving_metadata", default="The list of contents of the export is damaged."),
    "too_many": _("moving_too_many", default="There are more than 20,000 files in it."),
    # of a name or place
    "link": _("moving_link", default="Links of the file system are not followed."),
    "place": _("moving_place", default="The name leads out of the folder."),
    "hidden": _("moving_hidden", default="Files whose name begins with a dot are left out."),
    "long_name": _("moving_long_name", default="The name is too long."),
    "bad_name": _("moving_bad_name", default="The name has letters that no address can have."),
    "deep": _("moving_deep", default="Folders are nested too deep here."),
    "no_file": _("moving_no_file", default="This is neither a file nor a folder."),
    "unreadable": _("moving_unreadable", default="The folder cannot be read."),
    "missing": _("moving_missing", default="The export names this file and does not have it."),
    # of a file
    "empty": _("moving_empty", default="There is nothing in the file."),
    "damaged": DAMAGED,
    "unsupported": DAMAGED,
    "broken_picture": _("moving_picture", default="The picture is damaged and cannot be shown."),
    "encrypted": _("moving_encrypted", default="The file has a password."),
    "locked": _("moving_encrypted", default="The file has a password."),
    "too_large": _("moving_large", default="The file is too large."),
    "bomb": _("moving_bomb", default="Unpacked, the file would be far larger than it says."),
    "timeout": _("moving_long", default="It took too long to read the file."),
    "brought_down": _("moving_long", default="It took too long to read the file."),
    "type": _("moving_type", default="Contents of the kind “${detail}” are not taken over."),
    "blocks": _(
        "moving_blocks",
        default="The page is made of blocks of Volto, which the editor here does not know.",
    ),
    # of what is here
    "type_here": _("moving_type_here", default="Nothing of this kind can be added in that place."),
    "folder_left": _("moving_folder_left", default="The folder that it stands in is left out."),
    "deleted_here": _(
        "moving_deleted_here", default="It was taken over before and has been deleted here."
    ),
    "changed_here": _(
        "moving_changed_here",
        default="It has been changed here since it was taken over; nothing is written over it.",
    ),
    "released_here": _(
        "moving_released_here",
        default="It is no draft any more; change it here, by a working copy.",
    ),
    "read_at_once": _(
        "moving_read_at_once",
        default="Its folder is released here, so everybody would read it at once. Please add it "
        "by hand.",
    ),
    "uid_taken": _("moving_uid_taken", default="Something else here has its identity."),
    "not_stored": _("moving_not_stored", default="It could not be stored: ${detail}"),
}
#: {what of a page does not come along: a message with ${count}}.
LOST = {
    "frames": _("moving_lost_frames", default="embedded contents: ${count}"),
    "forms": _("moving_lost_forms", default="forms: ${count}"),
    "scripts": _("moving_lost_scripts", default="scripts: ${count}"),
    "pictures": _("moving_lost_pictures", default="pictures that are not part of it: ${count}"),
    "fields": _("moving_lost_fields", default="details that are unknown here: ${count}"),
    "without_words": _(
        "moving_without_words", default="pictures without alternative text: ${count}"
    ),
}
LEADS_NOWHERE = _("moving_nowhere", default="leads nowhere: ${addresses}")
ADDRESS_TAKEN = _("moving_address_taken", default="its old address is in use here")
#: The entries of the journal of what was taken over.
FROM = _("moving_from", default="From „${source}“: ${key}")
#: So many addresses that lead nowhere are named of a page.
MOST_NAMED = 5


def reason(token, detail=""):
    """Return why something is not taken over, as a message; detail may be a message itself."""
    message = REASONS.get(token, DAMAGED)
    return filled(message, detail=detail) if message.default and "$" in message.default else message


def remarks(lost, missing, is_address_taken=False):
    """Return what of a page does not come along, as messages."""
    found = [filled(LOST[name], count=number) for name, number in lost.items() if number]
    if missing:
        named = list(dict.fromkeys(missing))
        more = ["…"] if len(named) > MOST_NAMED else []
        found.append(filled(LEADS_NOWHERE, addresses=", ".join(named[:MOST_NAMED] + more)))
    return found + ([ADDRESS_TAKEN] if is_address_taken else [])
