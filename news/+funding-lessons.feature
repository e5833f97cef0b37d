A closed funding case becomes an anonymised experience note for all administrations: what is left out is shown before it is saved, and a person releases it.
