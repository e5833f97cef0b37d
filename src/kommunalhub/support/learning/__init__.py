"""What a solved ticket teaches: what may help at once, answers made of tickets, open questions."""
