Who opens a page that somebody else edits reads who it is and since when, and can take over; PATCH answers 423 with the same sentence instead of 403.
