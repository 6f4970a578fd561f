"""Writes people.tsv: given names and surnames of the whole world, the most telling ones.

Run by hand, as cities.py. Names are counted over people who have an article in the English Wikipedia (name2nat), each
by the root of how many its nationality has there, so that Kenya's names count beside America's; the lists of Faker
stand for a few people each. For the order of Chinese, Korean and Vietnamese names the family name comes first.
"""

import collections
import importlib
import pathlib
import pickle
import re

from common import DATA, LATIN, fold, package, phrases, write

MOST = 20_000
# How much the size of a nationality counts: 0 not at all, 1 fully.
BALANCE = 0.4
# What a list of Faker that has the name is worth, in people of a nationality with one.
FAKER = 0.1
# Locales whose lists are of another alphabet's or of legal names, few of which are in use.
LEFT_OUT = {"en", "is_IS", "ga_IE", "sk_SK", "de_AT", "de_CH", "de_LU", "de_LI"}
# A name is a given name if it is one of so many of its bearers; likewise a surname.
SHARE = 0.15
FAMILY_FIRST = {"Chinese", "Korean", "Vietnamese", "Taiwanese"}
SMALL = set("de la van von der den del da dos du di le al el bin ibn of the and ap af zu jr sr ii iii iv bint abu ben santa st".split())


class Plain(pickle.Unpickler):
    """Reads a pickle of built-in types only."""

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"{module}.{name} is no built-in type")


def listed(provider):
    """(given, name) of what a provider lists."""
    for attribute in sorted(dir(provider)):
        kind = next((kind for kind in ("first_", "last_") if attribute.startswith(kind)), None)
        values = getattr(provider, attribute)
        if kind and "prefix" not in attribute and isinstance(values, (tuple, list, dict)):
            for name in values:
                for part in name.split() if isinstance(name, str) else ():
                    if LATIN.fullmatch(part) and len(part) > 2 and part[0].isupper() and part[1:].islower():
                        yield kind == "first_", part


def faker_names():
    """How many locales list a name: {given: {folded: (count, spelling)}}."""
    import faker.providers.person

    counts, spelling = {True: collections.Counter(), False: collections.Counter()}, {}
    for root in sorted(pathlib.Path(faker.providers.person.__file__).parent.iterdir()):
        if (root / "__init__.py").exists() and root.name not in LEFT_OUT:
            provider = importlib.import_module(f"faker.providers.person.{root.name}").Provider
            names = {(given, fold(name)): name for given, name in listed(provider)}
            for (given, key), name in names.items():
                counts[given][key] += 1
                spelling.setdefault(key, name)
    return counts, spelling


def wikipedia_names():
    """How many people of each nationality bear a name: {given: {folded: {nationality: count}}}, and all of each."""
    with open(package("name2nat") / "name2nats.pkl", "rb") as file:
        people = Plain(file).load()
    everybody = collections.Counter(nationality for all_of in people.values() for nationality in all_of)
    counts = {True: collections.defaultdict(collections.Counter), False: collections.defaultdict(collections.Counter)}
    spelling = {}
    for name, nationalities in people.items():
        name = re.sub(r"[(,].*", "", name)
        words = [word for word in name.split() if word.rstrip(".") not in ("Jr", "Sr", "II", "III", "IV")]
        if not 2 <= len(words) <= 5 or " of " in name or " the " in name:
            continue
        first, last = words[0].replace("’", "'"), words[-1].replace("’", "'")
        if FAMILY_FIRST & set(nationalities):
            first, last = last, first
        for given, word in ((True, first), (False, last)):
            key = fold(word)
            if key not in SMALL and len(key) > 1 and LATIN.fullmatch(word) and "." not in word and word[0].isupper():
                spelling.setdefault(key, word)
                for nationality in nationalities:
                    counts[given][key][nationality] += 1 / len(nationalities)
    return counts, spelling, everybody


def main():
    faker, faker_spelling = faker_names()
    wikipedia, spelling, everybody = wikipedia_names()
    spelling = faker_spelling | spelling
    score = collections.Counter()
    for given in (True, False):
        for key, counts in wikipedia[given].items():
            if sum(counts.values()) >= 2:
                score[key] += sum(n / everybody[nationality] ** BALANCE for nationality, n in counts.items())
        for key, locales in faker[given].items():
            score[key] += FAKER * locales
    words = phrases("common-words.tsv", "sentence-starters.tsv")
    ranked = sorted((key for key in score if key not in words), key=lambda key: (-score[key], key))
    rows = []
    for key in sorted(ranked[:MOST]):
        bearers = {given: sum(wikipedia[given].get(key, {}).values()) + 2 * (key in faker[given]) for given in (True, False)}
        tags = [tag for tag, given in (("given", True), ("surname", False)) if bearers[given] >= SHARE * sum(bearers.values())]
        rows.append((spelling[key], ",".join(tags)))
    write("people.tsv", "Given names and surnames.", ("phrase", "tags"), rows, __file__)


if __name__ == "__main__":
    main()
