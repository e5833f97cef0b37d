Mein Hub says of a case for whom it waits where somebody stands in.
