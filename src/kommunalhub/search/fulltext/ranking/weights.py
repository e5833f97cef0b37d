"""How much what counts: chosen by the figures of benchmarks/search."""

#: How much a word weighs in a field, and as a part of a longer word there.
WEIGHTS = {"title": 2.5, "lead": 2.0, "heads": 2.0, "body": 1.0}
#: A word that only what a passage belongs to is about: its title, description, headings above.
BELONGING = 1.0
#: What a passage gets for each word of the query that one of its headings has.
HEADED = 3.0
#: A word of a heading that begins with one of so many letters has it too.
SHORTEST_HEAD, MOST_LONGER = 5, 30
#: A word that stands in contents and indexes only.
LISTED = 1.0
INSIDE = 0.6
#: All parts of a compound that is asked for, and one of them.
ALL_PARTS, ONE_PART = 1.0, 0.2
#: The parts of one that nothing has as a whole.
SOME_PART = 1.0
#: How much more its last part says than the others: a Feueralarm is an alarm.
HEAD = 1.5
#: A compound of two words that stand beside each other in the query, and what may link them.
TOGETHER, LINKS = 1.5, ("", "s", "es", "n", "en", "e")
#: The very form that was typed.
AS_TYPED = 0.25
#: What a text gets for each word of the query that it has at all.
COVERAGE = 8.0
#: What is left of that for a word that all texts have.
LEAST_RARE = 0.4
#: A word of the same family: Antrag, where somebody asks for beantragen.
KIN = 0.7
#: A word that means the same.
SYNONYM = 0.8
#: Verbs and adjectives tell less than nouns, names and foreign words.
NO_NOUN = 0.7
#: Two words of the query near each other, and how many words may stand between them.
NEAR, BETWEEN = 1.0, 25
#: Two and three words that stand in a row as they were typed, in any form.
ROW = {2: 0.5, 3: 0.25}
#: With how many of the words after it a word of the query is paired.
PAIRED = 3
#: A word that is meant, perhaps.
FUZZY = 0.7
#: What a word counts that goes on after what has been typed so far.
BEGINNING = 3.0
#: An unknown word of so many letters may be the beginning of one.
SHORTEST_BEGINNING = 3
