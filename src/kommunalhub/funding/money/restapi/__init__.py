"""The money of an application over REST."""
