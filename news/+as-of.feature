„Was galt am …?“: every released page can be read as it was released on an earlier day, never as a draft (`@@stand-am`, `@as-of`).
