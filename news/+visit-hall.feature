Which hall groups visit is chosen with the exhibit; before, it was always the first by name. No more people register than it has seats.
