Notices show one row for each case with its latest step; the title is the link, and the list can be narrowed.
