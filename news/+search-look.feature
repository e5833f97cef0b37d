Hits in files show the page large („Seite ansehen“), name the headings of other places, and tell those who see no picture what is marked on it; search within a file
shows pictures of the pages. Short English and Danish files are found in all forms of their words.
