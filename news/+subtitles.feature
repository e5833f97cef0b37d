A material with a video can have its subtitles: the search finds what is said, leads to the place, and everybody can read it on the page.
