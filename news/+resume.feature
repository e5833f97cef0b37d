What somebody writes about a case (decision, vote, question, note, handing over) is there again after their session has ended.
