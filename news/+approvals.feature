Cases are decided by two pairs of eyes, with a reason where one is due, from one page, from „Meine Vorgänge“ or over REST; a chained journal tells who did what.
