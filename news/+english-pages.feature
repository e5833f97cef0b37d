Pages of the site that are written in English or Danish are found in the forms of that language.
