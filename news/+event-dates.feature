Events keep their dates as a list: a changed rule leaves the past alone, single dates can be moved or called off with a reason, and every page, list and calendar says so at once.
