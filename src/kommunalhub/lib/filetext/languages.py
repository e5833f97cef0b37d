"""Which language a text is in, by the small words that no text does without."""

from collections import Counter

import re


#: The commonest words of each language that few of the others have.
WORDS = {
    "de": "der die das und ist nicht mit ein eine einer einen den dem des auf für von zu im "
    "werden wird sich auch sie oder bei nach aus wie kann können nur sind durch zur zum "
    "wenn über als dass es",
    "en": "the of and to is that for with are this be as by you can or from not it if an which "
    "will your have has on at use may when into must should its was",
    "fr": "le les des et est une dans pour que qui sur par pas avec sont vous cette ou du au aux "
    "ce il elle nous plus votre être peut",
    "nl": "het een van de en is dat niet voor met zijn op te aan wordt worden ook deze door bij "
    "naar uit kan moet als",
    "da": "og er det som til af ikke på med den for de en et kan skal være har ved eller fra hvis "
    "også du at om",
    "sv": "och är det som till av inte på med den för att en ett kan ska vara har vid eller från "
    "om också du",
    "pl": "na do jest nie się że oraz przez dla od po jak są tego który lub przy może być",
    "es": "el la los las de es que en un una por con para no se del al su como más puede o este "
    "esta",
    "it": "il lo gli di che un una per con non si del della dei al alla sono come più può questo",
    "tr": "ve bir bu için ile de da olarak olan daha çok gibi kadar veya ise her değil",
}
_OF = {}
for _language, _words in WORDS.items():
    for _word in _words.split():
        _OF.setdefault(_word, []).append(_language)
_WORD = re.compile(r"[^\W\d_]+")
#: So much of a text is looked at; fewer small words tell nothing, nor does a lead that is smaller.
LOOKED_AT, FEWEST, LEAD = 6_000, 6, 1.25
#: Their share of the words of a text; code and lists have fewer.
SHARE = 0.12


def language_of(text, otherwise=""):
    """Return "de", "en" …, or what is said otherwise where a text has too few small words.

    >>> language_of("Der Vermerk ist mit dem Zuschlag fertig und wird nicht mehr geändert.")
    'de'
    >>> language_of("The note is to be ready with the award and must not be changed.")
    'en'
    >>> language_of("Vergabevermerk 17")
    ''
    """
    count, words = Counter(), 0
    found = _WORD.findall(text[:LOOKED_AT].casefold())
    for word in found:
        languages = _OF.get(word, ())
        words += bool(languages)
        for language in languages:
            count[language] += 1 / len(languages)
    if words < max(FEWEST, SHARE * len(found)):
        return otherwise
    (best, most), *others = count.most_common(2)
    return best if not others or most >= LEAD * others[0][1] else otherwise
