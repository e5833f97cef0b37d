"""„Aus der Post“, and the originals of mails."""
