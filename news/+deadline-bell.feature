Deadlines of grants ring the bell too, not only by mail; who has no mail address hears of them as well.
