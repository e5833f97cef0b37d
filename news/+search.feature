One search page for everything a person may see, PDF texts included, with filters by kind, topic, administration, file type and state.
