Who reports without an account sees before sending what of the public materials may help, and can take the ticket into an account of the same address later.
