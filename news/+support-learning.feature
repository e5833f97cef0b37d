Support makes an answer for others out of a solved ticket, with names and numbers left out and shown before it is saved; „Häufige Fragen“ lists the answers.
