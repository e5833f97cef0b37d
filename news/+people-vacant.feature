When the account of who holds a position is deleted, the editors of the administration are written that its tasks have nobody.
