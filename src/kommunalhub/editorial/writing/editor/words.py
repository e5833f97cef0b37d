"""What the plugins of the editor say."""

from kommunalhub import _


WORDS = {
    "pictures": _(
        "paste_pictures_left",
        default="Pictures could not be pasted along. Please add them one by one.",
    ),
    "failed": _(
        "paste_not_cleaned",
        default="What you pasted could not be tidied up. Please look it through.",
    ),
    "link": _("editor_link", default="Link"),
    "link_find": _("editor_link_find", default="Page, file or address"),
    "link_find_help": _(
        "editor_link_find_help",
        default="Words that are looked for, or an address that begins with https:// or is one of "
        "a mailbox.",
    ),
    "link_found": _("editor_link_found", default="Found"),
    "link_none": _("editor_link_none", default="Nothing fits."),
    "link_recent": _("editor_link_recent", default="Changed last"),
    "link_lost": _("editor_link_lost", default="The search does not answer. Please try again."),
    "link_outside": _("editor_link_outside", default="Address outside of the hub"),
    "link_mail": _("editor_link_mail", default="Mailbox"),
    "link_place": _("editor_link_place", default="Place on the page"),
    "link_top": _("editor_link_top", default="Beginning of the page"),
    "link_text": _("editor_link_text", default="Text of the link"),
    "link_internal": _("editor_link_internal", default="internal only"),
    "link_warning": _(
        "editor_link_warning",
        default="Citizens read this page and cannot open that one. Link something public, or have "
        "it published.",
    ),
    "link_set": _("editor_link_set", default="Set link"),
    "link_remove": _("editor_link_remove", default="Remove link"),
    "blocks": _("heading_blocks_beside", default="Text blocks"),
    "blocks_find": _("label_blocks_beside_find", default="Find a text block"),
    "blocks_none": _("blocks_none", default="No text block fits."),
    "blocks_keep": _("editor_blocks_keep", default="Keep text blocks"),
    "blocks_new_tab": _("opens_new_tab", default="(opens in a new tab)"),
    "blocks_insert": _("action_block_insert", default="Insert"),
    "picture_cut": _("editor_picture_cut", default="Choose what is shown (opens in a new tab)"),
    "picture_choose": _(
        "editor_picture_choose", default="Please choose a picture in the text first."
    ),
    "picture_save": _(
        "editor_picture_save",
        default="Please save the page first: then the picture stands beside it, and you choose "
        "what of it is shown.",
    ),
    "cancel": _("editor_cancel", default="Cancel"),
    "choose": _("editor_choose", default="Please choose something first."),
}
