Everyday words find those of the office from the start (Müll, Abfall); hub managers change the list.
