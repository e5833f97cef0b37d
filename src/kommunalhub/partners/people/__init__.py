"""People: who finds whom, and what those who look after accounts may not do."""
