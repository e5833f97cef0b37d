Pictures of spaces stand in the calendar of the day and in the list of spaces.
