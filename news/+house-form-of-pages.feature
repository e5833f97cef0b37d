Pages, news and events are written in forms of the house, the same for new and old ones and without any script; what no page shows is gone from them.
