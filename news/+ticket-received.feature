Who reports a problem gets a mail with the number of the ticket, by when support looks at it, and the service hours.
