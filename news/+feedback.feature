Texts about the same as the best hits come before those that merely have the words of the question.
