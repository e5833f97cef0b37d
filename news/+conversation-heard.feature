`POST @conversation` takes `heard`, the last entry that was read: where a colleague has answered since, the message is refused with 409.
