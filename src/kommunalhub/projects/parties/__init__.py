"""Who takes part in a project as what: lead, partner, donor …, and what each of them does."""
