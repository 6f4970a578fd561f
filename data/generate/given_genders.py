"""Writes given-genders.tsv: given names that nearly all their bearers share a sex with.

Run by hand, as cities.py; from the US Census of 1990 in the package `names`, and from the locales of Faker. A name that
is a woman's in America and a man's elsewhere (Andrea, Simone, Nikita) tells nothing.
"""

import collections
import importlib
import pathlib

from common import LATIN, fold, package, write

DIST = package("names")
MOST = 1_500  # names of each sex
RATIO = 12  # how much more common among one sex
SEXES = ("female", "male")
# Men's names in Russian, Arabic and Urdu, women's elsewhere.
BOTH = {"ilya", "mika", "nikita", "noor", "nour", "sasha"}
# Whose names the census has few of; of the other locales, names that two of them have.
FAR = ("az_AZ", "en_IN", "en_NG", "fr_DZ", "ha_NG", "id_ID", "ig_NG", "pt_BR", "sw", "tr_TR", "tw_GH", "uz_UZ",
       "vi_VN", "yo_NG", "zu_ZA")


def census():
    """Names and their sex by the US Census."""
    def shares(sex):
        lines = (DIST / f"dist.{sex}.first").read_text(encoding="utf-8").split("\n")
        return {name.title(): float(share) for name, share, *_ in map(str.split, filter(None, lines))}

    shared = {sex: shares(sex) for sex in SEXES}
    for sex, other in (SEXES, SEXES[::-1]):
        own = sorted(shared[sex], key=lambda name: -shared[sex][name])[:MOST]
        yield from ((name, sex) for name in own if shared[sex][name] >= RATIO * shared[other].get(name, 0))


def locales():
    """By folded name, how Faker's locales spell it, and in which of them it is of which sex."""
    import faker.providers.person

    spelled, votes = {}, collections.defaultdict(set)
    for root in sorted(pathlib.Path(faker.providers.person.__file__).parent.iterdir()):
        # The Kenyan lists mix surnames of both sexes in.
        if root.name == "en_KE" or not (root / "__init__.py").exists():
            continue
        provider = importlib.import_module(f"faker.providers.person.{root.name}").Provider
        for sex in SEXES:
            lists = [getattr(provider, a) for a in dir(provider) if a.startswith((f"first_names_{sex}", f"first_name_{sex}"))]
            for name in (n for l in lists if isinstance(l, (tuple, list, dict)) for n in l):
                if isinstance(name, str) and LATIN.fullmatch(name) and " " not in name and len(name) > 2:
                    spelled.setdefault(fold(name), name)
                    votes[fold(name)].add((root.name, sex))
    return spelled, votes


def stands(found, sex):
    """Whether no locale contradicts the census, but for a slip; the English one gives many names to both."""
    other = sum(voted != sex for root, voted in found if root != "en")
    return other == 0 or other == 1 and len(found) > 4


def main():
    spelled, votes = locales()
    rows = {}
    for key, found in votes.items():
        agreed = len({sex for _, sex in found}) == 1
        if agreed and (len(found) > 1 or any(root in FAR for root, _ in found)):
            rows[key] = (spelled[key], next(iter(found))[1])
    for name, sex in census():
        if stands(votes[fold(name)], sex):
            rows[fold(name)] = (name, sex)
    write("given-genders.tsv", "Given names that tell he from she.", ("phrase", "tags"), [rows[key] for key in sorted(rows.keys() - BOTH)], __file__)


main()
