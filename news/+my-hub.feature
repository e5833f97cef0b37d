People arrange „Mein Hub“ by buttons, keep links of their own, see their searches and what they worked on last; new colleagues find a list of first steps that their administration writes.
