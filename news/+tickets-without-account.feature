Who has no account reports a problem with a confirmed address, and follows the ticket by a signed link: state, conversation, files, answers by mail, for programs too.
