"""What people make of „Mein Hub“: order of its blocks, own links, the list of the first day."""
