A space says who books it only with approval: such a booking keeps the time („vorgemerkt“) while the administration that houses the
space decides in its inbox, and lapses before it begins when nobody does.
