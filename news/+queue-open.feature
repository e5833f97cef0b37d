The queue of support says who has a ticket open, and its solved part how it is sorted; nothing is offered there for several at once.
