The search shows a sentence as the answer far more often: where a question wants a time, a number or a frequency, the sentence that has one is looked for on the best pages of the first hit.
