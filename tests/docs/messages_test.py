"""The two catalogues say the same things, all of them are asked for, and everything that is asked for is there."""

import json
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Keys that the code puts together: prefix -> where the last word comes from. "literal": a string in src/;
# "argument": an argument's name; a set: these words.
COMPOSED = {
    "cli.act": "literal",
    "cli.anchor": "literal",
    "cli.argument": "argument",
    "cli.evidence_state": "literal",
    "cli.outcome": "literal",
    "cli.record_field": "literal",
    "cli.record_value": "literal",
    "cli.signature_state": "literal",
    "cli.severity": {"0", "1", "2"},
    "cli.source_kind": "literal",
    "cli.source_state": "literal",
    "cli.stance": "literal",
    "cli.standing": {"0", "1", "2"},
    "explain.at_floor": "literal",
    "explain.coding.strength": "literal",
    "explain.conditions": "literal",
    "explain.left_out": "literal",
    "explain.newer": "literal",
    "explain.outcome": "literal",
    "explain.quote": {"supports", "supports_level", "contradicts", "contradicts_level"},
    "explain.ratings": "literal",
    "explain.state": {"proposed", "proposed_by", "accepted", "accepted_by", "rejected", "rejected_by"},
    "explain.sum": "literal",
    "observations": "literal",
    "qda.done": "literal",
    "qda.what": "literal",
    "reading": "literal",
    "place.alone": "literal",
    "place.unit": "literal",
    "report": "literal",
    "report.effort": "literal",
    "report.literature": "literal",
    "report.outcome": "literal",
    "report.requests.head": "literal",
    "report.read": "model",
    "report.rounding": "literal",
    "report.rule.awaiting_external": "literal",
    "report.rule.not_applicable": "literal",
    "report.rule.not_rated": "literal",
    "report.source_kind": "literal",
    "report.source_state": "literal",
    "report.stage": "literal",
    "report.standing": "literal",
    "xlsform": "literal",
    "xlsform.consent": "literal",
    "xlsform.hint": "literal",
    "xlsform.method": "literal",
}

# Words of an enumeration: each composed key must be there for each of them.
COMPLETE = {
    "cli.act": ("cite", "decide", "code", "add", "rename", "merge", "split", "move", "undo"),
    "cli.anchor": ("unsought", "same", "changed", "lost"),
    "cli.evidence_state": ("proposed", "accepted", "rejected"),
    "cli.outcome": ("not_rated", "not_applicable", "insufficient_evidence", "awaiting_external"),
    "cli.record_value": ("id", "en", "mixed", "draft", "signed", "electronic", "draft_said", "signed_said", "electronic_said",
                         "electronic_valid", "electronic_extended", "electronic_unchecked", "electronic_damaged",
                         "electronic_broken", "open", "limited", "secret", "top_secret"),
    "cli.signature_state": ("empty", "valid", "extended", "unchecked", "damaged", "broken"),
    "cli.source_kind": ("document", "reference", "observation"),
    "cli.source_state": ("readable", "needs_ocr"),
    "cli.stance": ("supports", "contradicts"),
    "explain.coding.strength": ("weak", "moderate", "strong"),
    "explain.newer": ("unsought", "changed", "lost"),
    "explain.state": ("proposed", "accepted", "rejected"),
    "place.alone": ("judul", "menimbang", "mengingat", "memperhatikan", "menetapkan", "lampiran", "penjelasan", "penutup"),
    "place.unit": ("diktum", "lampiran", "bab", "bagian", "paragraf", "pasal", "pasal_diubah", "ayat", "huruf", "angka",
                   "subjudul", "indikator", "tabel", "baris", "butir", "lembar", "salindia"),
    "report.effort": ("low", "medium", "high"),
    "report.rounding": ("half_up", "half_even", "down"),
    "report.rule.awaiting_external": ("leave_out", "floor", "block"),
    "report.rule.not_applicable": ("leave_out", "forbidden"),
    "report.rule.not_rated": ("leave_out", "floor", "block"),
    "report.source_kind": ("document", "reference", "observation"),
    "report.source_state": ("readable", "needs_ocr"),
    "report.stage": ("self", "document", "interview", "visit", "final"),
    "report.standing": ("established", "adapted", "proposed"),
}

# Sentences that are the same words in both languages: figures, names, commands.
SAME = {
    "cli.add.problem",
    "cli.head.id",
    "cli.head.ocr",
    "cli.reading.ocr",
    "cli.sources.ocr",
    "cli.suggest.match_same",
    "explain.check",
    "place.amended",
    "place.of_source",
    "place.on_page",
    "place.within",
    "report.band.up_to",
    "report.engine",
    "report.fact.model",
    "report.key.completeness_value",
    "report.level",
    "report.method.bands",
    "report.no_figure",
    "report.note_by",
    "report.order",
    "report.profile.bar",
    "report.rated_at",
    "report.target",
    "report.target_level",
}

# Strings of the code that look like keys and are none.
NO_KEYS = re.compile(r".*\.(txt|yaml|json|md|csv|css|sql|jenjang|bib)")


def read_catalogue(language):
    return json.loads((ROOT / f"locales/{language}.json").read_text(encoding="utf-8"))


def parameters(pattern):
    """Parameters that a sentence shows, those inside plural forms included. One that only chooses a form, as Indonesian
    does not need it, is no part of what is said."""
    names, at = set(), 0
    while at < len(pattern):
        if pattern[at] == "\\":
            at += 2
        elif pattern[at] == "{":
            inside, at = take_braces(pattern, at)
            name, _, rest = (part.strip() for part in inside.partition(","))
            if not rest or "#" in rest:
                names.add(name)
            while "{" in rest:
                form, end = take_braces(rest, rest.index("{"))
                names |= parameters(form)
                rest = rest[end:]
        else:
            at += 1
    return names


def take_braces(text, begin):
    depth = 0
    for at in range(begin, len(text)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0:
            return text[begin + 1 : at], at + 1
    raise ValueError(f"a brace is not closed: {text}")


def read_sources(tests=False):
    text = ""
    for path in sorted((ROOT / "src").rglob("*.[ch]pp")):
        for_test = "_test." in path.name or "_for_test." in path.name or path.stem in ("fixture", "sample_report")
        if for_test == tests:
            text += path.read_text(encoding="utf-8") + "\n"
    return text


def string_literals(text):
    text = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
    return set(re.findall(r'"((?:[^"\\\n]|\\.)*)"', text))


def slug(text):
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")


class Messages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.english, cls.indonesian = read_catalogue("en"), read_catalogue("id")
        cls.literals = string_literals(read_sources())
        models = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "models").rglob("*.yaml"))
        cls.readings = {slug(words) for words in re.findall(r'\bread: *"?([^"\n}]+)', models)}
        cls.arguments = {word.strip("-").lower() for word in cls.literals}

    def is_composed(self, key):
        for prefix, words in COMPOSED.items():
            if not key.startswith(prefix + "."):
                continue
            rest = key[len(prefix) + 1 :]
            by_name = {"literal": self.literals, "model": self.readings, "argument": self.arguments}
            known = by_name[words] if isinstance(words, str) else words
            if rest in known or words == "argument" and rest.split(".", 1)[-1] in known:
                return True
        return re.fullmatch(r"cli\.[a-z]+\.(summary|examples)", key) is not None and key.split(".")[1] in self.literals

    def test_both_catalogues_have_the_same_keys(self):
        self.assertGreater(len(self.english), 500)
        self.assertEqual(sorted(set(self.english) ^ set(self.indonesian)), [])

    def test_keys_stand_in_order(self):
        for catalogue in (self.english, self.indonesian):
            self.assertEqual(list(catalogue), sorted(catalogue))

    def test_parameters_are_the_same_in_both_languages(self):
        for key, sentence in self.english.items():
            with self.subTest(key):
                self.assertEqual(parameters(sentence), parameters(self.indonesian[key]))

    def test_no_sentence_is_left_untranslated(self):
        same = {key for key, words in self.english.items() if words == self.indonesian[key]}
        same = {key for key in same if not key.endswith(".examples")}
        self.assertEqual(sorted(same - SAME), [])
        self.assertEqual(sorted(SAME - same), [])

    def test_every_key_is_asked_for(self):
        unasked = [key for key in self.english if key not in self.literals and not self.is_composed(key)]
        self.assertEqual(unasked, [])

    def test_every_composed_prefix_is_in_the_code(self):
        for prefix in COMPOSED:
            with self.subTest(prefix):
                self.assertTrue(prefix in self.literals or prefix + "." in self.literals)

    def test_everything_that_is_asked_for_is_there(self):
        rooms = {key.split(".")[0] for key in self.english}
        keys = {word for word in self.literals if re.fullmatch(r"[a-z]+(\.[a-z0-9_]+)+", word)}
        wanted = {key for key in keys if key.split(".")[0] in rooms and not NO_KEYS.fullmatch(key)}
        self.assertGreater(len(wanted), 400)
        self.assertEqual(sorted(wanted - set(self.english) - set(COMPOSED)), [])

    def test_every_word_of_an_enumeration_has_its_sentence(self):
        for prefix, words in COMPLETE.items():
            for word in words:
                with self.subTest(prefix):
                    self.assertIn(f"{prefix}.{word}", self.english)

    def test_parameters_are_read_rightly(self):
        self.assertEqual(parameters("{a} \\{b} {n, plural, one {# {c}} other {# d}}"), {"a", "n", "c"})
        self.assertEqual(parameters("{n, plural, one {check {c} is} other {checks {c} are}}"), {"c"})
        self.assertEqual(parameters("plain"), set())
        with self.assertRaises(ValueError):
            parameters("{a")


if __name__ == "__main__":
    unittest.main()
