„Seite ansehen“ at a hit leads to a page with the picture of that page of the file, its text with the words marked, and the pages beside it.
