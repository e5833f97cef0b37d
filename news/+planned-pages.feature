Pages, news and events can be released for later and with an end: they appear and vanish at their minute by themselves, and until then nobody else sees them on any channel.
