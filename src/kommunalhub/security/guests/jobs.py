"""The job that forgets what nobody has confirmed; each room that asks registers its own."""


class Forgetting:
    """A job (IJob). Its keys are the ids of what was typed and not confirmed in time.

    title: what is forgotten; unconfirmed: a pending.Unconfirmed.
    """

    title = ""
    unconfirmed = None
    order = 60
    together = 50

    def due(self, now):
        return self.unconfirmed.old(now)

    def do(self, key, now):
        self.unconfirmed.forget(key)
