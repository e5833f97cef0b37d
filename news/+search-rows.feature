Words that stand in a row as they were typed, small words between them too, bring a page further up: „auf den neuesten Stand“. A question for a reason is answered only by a sentence that gives one.
