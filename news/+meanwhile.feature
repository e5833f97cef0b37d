Who saves a page that somebody else has changed meanwhile is told who it was, compares both texts word by word, and keeps what they typed.
