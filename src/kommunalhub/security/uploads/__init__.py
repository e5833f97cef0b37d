"""What comes in: how big it may be by any channel, and what happens where there is no room for it.

`rules` holds the figures; `arriving` asks them of every request, before it is read where that is
possible; `files` of every file that becomes content; `tus` of uploads in parts. `space` knows a
full disk by its errors; `browser` tells people of either. See docs/reference/security.md.
"""
