All dates that somebody may see, internal ones too, can be subscribed to by a private address that can be taken back.
