Trainers ask questions of a workshop's own: text, choice, yes or no, needed or not, under a condition; answers are typed, changed by account or link, exported, and outlive their questions.
