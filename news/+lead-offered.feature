New milestones and tasks of a project offer the lead as who sees to them, and who casts the last vote reads where the case stands now.
