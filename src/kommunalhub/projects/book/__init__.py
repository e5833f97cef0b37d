"""The book of a project: milestones, tasks, risks and decisions, each a record with a number."""
