"""All projects on one page: by field of the theme, with what comes next and the money."""
