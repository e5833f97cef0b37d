Support takes the mail of a stranger as the ticket of a person without an account; the link goes to its address.
