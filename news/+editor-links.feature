Links are chosen in the editor by the search of the hub, with type, place and whether citizens can open the page; headings can be linked to, and links stay when pages are moved.
