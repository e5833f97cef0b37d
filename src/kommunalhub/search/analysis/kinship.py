"""Words of one family: beantragt, beantragen, Beantragung, Antrag; vergibt, Vergabe, vergeben.

The stemmer takes endings off; here a form is brought to the verb it belongs to, as far as the word
list has that verb, and from there to its nouns. All words in here are folded.
"""

from functools import lru_cache
from kommunalhub.lib.german.folding import PARTICLES

import re


#: Beginnings that stay with a verb; what follows may be the noun or adjective it is made of.
MAKING = ("be", "er", "ver", "ent")
#: Stems of strong and mixed verbs, each followed by the other stems that it has.
STRONG = """
    beiss biss, bieg bog, biet bot, bind band bund, bitt bat bet, blas blaes blies, bleib blieb,
    brat braet briet, brech brich brach broch, brenn brann, bring brach, denk dach, dring drang
    drung, empfehl empfiehl empfahl empfohl, ess iss ass gess, fahr faehr fuhr, fall faell fiel,
    fang faeng fing, find fand fund, flieg flog, fliess floss, fress friss frass, frier fror,
    geb gib gab, geh ging gang, gelt gilt galt golt, geniess genoss, gewinn gewann gewonn, giess
    goss, gleich glich, gleit glitt, grab graeb grub, greif griff, halt haelt hielt, haeng hing
    hang, heb hob, heiss hiess, helf hilf half holf, kenn kann, kling klang klung, komm kam kunft,
    kriech kroch, lad laed lud, lass laess liess, lauf laeuf lief, leid litt, leih lieh, les lies
    las, lieg lag leg, lueg log, meid mied, mess miss mass, nehm nimm nahm nomm, nenn nann, pfeif
    pfiff, rat raet riet, reib rieb, reiss riss, reit ritt, renn rann, ring rang rung, rinn ronn,
    ruf rief, sauf soff, schaff schuf, scheid schied, schein schien, schieb schob schub, schiess
    schoss schuss, schlaf schlaef schlief, schlag schlaeg schlug, schliess schloss schluss, schneid
    schnitt, schreib schrieb schrift, schrei schrie, schreit schritt, schweig schwieg, schwimm
    schwamm schwomm, schwind schwand schwund, schwing schwang schwung, schwoer schwor, seh sieh
    sah sicht, send sand, sing sang sung, sink sank sunk, sitz sass sess, sprech sprich sprach
    sproch spruch, spring sprang sprung, steh stand, stehl stiehl stahl stohl, steig stieg, sterb
    stirb starb storb, stoss stoess stiess, streich strich, streit stritt, trag traeg trug, treff
    triff traf troff, treib trieb, tret tritt trat, trink trank trunk, verderb verdirb verdarb
    verdorb, vergess vergiss vergass, verlier verlor verlust, wachs waechs wuchs, wasch waesch
    wusch, weich wich, weis wies, wend wand, werb wirb warb worb, werf wirf warf worf, wiss weiss
    wuss, wieg wog, wind wand wund, zieh zog zug, zwing zwang zwung
"""
PRESENT = {
    form: stems[0] for stems in (line.split() for line in STRONG.split(",")) for form in stems[1:]
}
LONGEST_FORM = max(map(len, PRESENT))
#: Endings of verbs, and of participles used as adjectives.
INFLECTED = ("est", "et", "st", "te", "en", "e", "t", "n", "")
DECLINED = ("en", "er", "es", "em", "e", "")
SHORTEST = 3
#: An adjective that is made of a noun, and the vowel that it has raised: jährlich, Jahr.
LICH = re.compile(r"(\w{3,})lich(?:e[rnsm]?)?\Z")
RAISED = re.compile(r"([aou])e(?=[^aeiou]*\Z)")
#: Endings that make nouns of adjectives: krank, Krankheit; schwanger, Schwangerschaft.
QUALITIES = ("heit", "igkeit", "keit", "schaft")
#: Endings of borrowed verbs and of their nouns, installieren, Installation; the longest first.
LATIN = (
    ("izieren", ("ikation", "izierung")),
    ("duzieren", ("duktion", "duzierung")),
    ("finieren", ("finition",)),
    ("ieren", ("ation", "ierung")),
)
NOUNS_OF_LATIN = {
    "ikation": ("izieren", "ikieren"),
    "duktion": ("duzieren",),
    "finition": ("finieren",),
    "ation": ("ieren",),
}
#: Endings of plurals from Latin and Greek, and of their singulars.
PLURALS = (
    ("izen", ("ix", "ex")),
    ("izes", ("ix", "ex")),
    ("ien", ("ium", "ie")),
    ("ata", ("a",)),
    ("ten", ("ta",)),
    ("en", ("um", "us", "a", "o", "is")),
    ("ia", ("ium",)),
    ("a", ("um", "on")),
    ("i", ("us", "o")),
)
#: A noun or adjective inside a verb has so many letters: beantragen, erkranken.
SHORTEST_INSIDE = 5


class Kinship:
    """Families of words, as far as a wordlist.Words has them."""

    def __init__(self, words):
        self.words = words
        self.verbs = lru_cache(maxsize=20_000)(self._verbs)

    def kin(self, word):
        """Return the folded verbs and nouns that a word is kin to, without itself, in order."""
        words, found = self.words, {}
        for verb in self.verbs(word):
            base = verb.removesuffix("n").removesuffix("e")
            found[verb] = True
            noun = words.noun_of(verb)
            if noun:
                found[noun] = True
            if len(base) >= SHORTEST_INSIDE and words.is_noun(base):
                found[base] = True
            for prefix in MAKING:
                inside = base.removeprefix(prefix)
                is_word = words.is_noun(inside) or words.is_adjective(inside)
                if inside != base and len(inside) >= SHORTEST_INSIDE and is_word:
                    found[inside] = True
        noun = self._noun_of_lich(word)
        if noun:
            found[noun] = True
        found.update((other, True) for other in _latin(word) or ())
        for verb in list(found):
            found.update((other, True) for other in _latin(verb) or ())
        found.update((other, True) for other in self._singulars(word))
        for ending in QUALITIES:
            bare = word.removesuffix(ending)
            if bare != word:
                found.update((form, True) for form in (bare, f"{bare}d") if form in words.others)
        if self.words.is_adjective(word):
            nouns = (f"{word}{ending}" for ending in QUALITIES)
            found.update((noun, True) for noun in nouns if words.is_noun(noun))
        found.pop(word, None)
        return tuple(found)

    def _singulars(self, word):
        """Return the nouns that a plural from Latin or Greek belongs to: Gremien, Gremium.

        Noten belong to Note, and not to Nota.
        """
        if not self.words.is_noun(word):
            return []
        found = []
        for plural, ones in PLURALS:
            base = word.removesuffix(plural)
            is_ours = any(self.words.is_noun(noun) for noun in (base, f"{base}e"))
            if base != word and len(base) >= SHORTEST and not is_ours:
                singulars = (f"{base}{one}" for one in ones)
                found += [noun for noun in singulars if self.words.is_noun(noun)]
        return found

    def _noun_of_lich(self, word):
        """Return the noun of an adjective in -lich, or None: täglich, Tag; wöchentlich, Woche."""
        found = LICH.match(word)
        if found is None or self.words.is_noun(word):
            return None
        base = found.group(1)
        for form in (base, base.removesuffix("ent")):
            for start in (form, RAISED.sub(r"\1", form)):
                for noun in (start, f"{start}e", f"{start}er"):
                    if len(noun) >= SHORTEST and self.words.is_noun(noun):
                        return noun
        return None

    def separable(self, particle, word):
        """Return the verb of a particle and a form of a verb, or None: an, melde -> anmelden."""
        for verb in self.verbs(word) or (word,):
            if f"{particle}{verb}" in self.words.others:
                return f"{particle}{verb}"
        return None

    def _verbs(self, word):
        """Return the infinitives that a form may belong to."""
        if len(word) < SHORTEST + 1 or not word.isalpha():
            return ()
        found = {}
        for base in self._bases(word):
            for start in (base, _without_ge(base), _without_zu(base)):
                if start is None or len(start) < SHORTEST:
                    continue
                for stem in (start, _present(start)):
                    verb = stem and self._infinitive(stem)
                    if verb:
                        found[verb] = True
        return tuple(found)

    def _bases(self, word):
        """Yield what is left of a word without its endings."""
        if word in self.words.others and not self.words.is_noun(word):
            bases = {}
            for declined in DECLINED:
                if not word.endswith(declined):
                    continue
                form = word.removesuffix(declined)
                bases[form.removesuffix("end")] = True
                for inflected in INFLECTED if declined in ("", "e", "en") else ("et", "t", "en"):
                    if form.endswith(inflected):
                        bases[form.removesuffix(inflected)] = True
            yield from bases
        elif self.words.is_noun(word):
            if word in self.words.others and f"{word}d" in self.words.others:
                # filtern, though there are Filter: filternd
                yield word.removesuffix("n").removesuffix("e")
            for ending in ("ungen", "ung", "ern", "er"):
                if word.endswith(ending):
                    yield word.removesuffix(ending)
                    break
            else:
                bare = word.removesuffix("en").removesuffix("e")
                if len(bare) >= SHORTEST_INSIDE:
                    yield bare

    def _infinitive(self, stem):
        # sichern and sammeln, not sicheren, which is a form of sicher
        endings = ("n", "en") if stem.endswith(("er", "el")) else ("en", "n")
        for verb in (f"{stem}{ending}" for ending in endings):
            if verb not in self.words.others:
                continue
            # beantragten is a form of beantragen and no infinitive: nothing is beantragtend
            if f"{verb}d" in self.words.others or not stem.endswith(("t", "en")):
                return verb
        return None


def _latin(word):
    """Return the nouns of a verb in -ieren that is borrowed, and its verb for such a noun.

    >>> _latin("installieren"), _latin("publikation")
    (('installation', 'installierung'), ('publizieren', 'publikieren'))
    """
    for verb, nouns in LATIN:
        if word.endswith(verb) and len(word) - len(verb) >= SHORTEST:
            base = word.removesuffix(verb)
            return tuple(f"{base}{noun}" for noun in nouns)
    for noun, verbs in NOUNS_OF_LATIN.items():
        if word.endswith(noun) and len(word) - len(noun) >= SHORTEST + 1:
            base = word.removesuffix(noun)
            return tuple(f"{base}{verb}" for verb in verbs)
    return ()


def _without_ge(base):
    """Return gesuch -> such, abgerechn -> abrechn, None without such a ge."""
    if base.startswith("ge"):
        return base[2:]
    for at in range(2, min(len(base) - SHORTEST, 10)):
        if base.startswith("ge", at) and base[:at] in PARTICLES:
            return base[:at] + base[at + 2 :]
    return None


def _without_zu(base):
    """Return anzumeld -> anmeld, None without such a zu."""
    for at in range(2, min(len(base) - SHORTEST, 10)):
        if base.startswith("zu", at) and base[:at] in PARTICLES:
            return base[:at] + base[at + 2 :]
    return None


def _present(base):
    """Return the base with the stem of the infinitive of a strong verb: vergib -> vergeb."""
    for length in range(min(LONGEST_FORM, len(base)), SHORTEST - 1, -1):
        stem = PRESENT.get(base[-length:])
        if stem:
            return base[:-length] + stem
    return None
