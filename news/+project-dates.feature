The public page of a project shows the dates to come that belong to it under how to take part.
