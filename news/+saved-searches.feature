People save a search and hear of new hits that they may read: at once, once a day, by the bell alone or not at all.
