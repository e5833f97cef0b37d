Case pages, materials, Mein Hub and the inbox take half of the work they took.
