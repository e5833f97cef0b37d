"""What a workshop hands out: to whom, and from when on.

A *handout* is a thing of another offer (a training material) with a word for who gets it when.
Where it is kept to participants, its own workflow says so; who they are is read here.
"""
