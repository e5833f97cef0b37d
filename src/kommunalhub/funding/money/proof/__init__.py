"""The statement of use (Verwendungsnachweis): figures against the plan, and what came of it."""
