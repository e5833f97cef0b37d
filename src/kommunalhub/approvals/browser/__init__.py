"""Pages: the case, the decision, files, „Meine Vorgänge“ and „Eingereicht von mir“."""
