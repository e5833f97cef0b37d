Hubs ask each other: a question goes to all linked hubs or one, answers come back by the same signed way, both are taken back as all that is shared.
