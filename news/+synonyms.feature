Words that mean the same can be named in the settings of the search; it knows words of one family, such as beantragt and Antrag.
