Recommendation, outcome and deadlines are written in forms of their own; a recommendation that has arrived stands first on the page.
