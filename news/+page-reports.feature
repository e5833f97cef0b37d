Whoever reads a page can say „Stimmt hier etwas nicht?“ without an account; it waits for the function that is responsible, and who gives an address gets an answer.
