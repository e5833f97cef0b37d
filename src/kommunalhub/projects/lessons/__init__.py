"""„Was wir gelernt haben“: written at the end of a project, for those who come after."""
