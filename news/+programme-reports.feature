People of the administrations report funding programmes that are missing; the draft waits for the consultants, and who reported sees what becomes of it.
