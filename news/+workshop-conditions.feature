Questions of a workshop that depend on an earlier answer appear in the form with that answer.
