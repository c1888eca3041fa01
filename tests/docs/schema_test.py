"""The models that come with the program keep the published JSON Schema, and the schema refuses what it must."""

import copy
import json
import pathlib
import unittest

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "models/model.schema.json").read_text(encoding="utf-8"))


class PlainLoader(yaml.SafeLoader):
    """YAML as the program reads it: numbers are numbers, every other plain scalar is text, keys are text."""


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rsplit(":", 1)[1] in ("int", "float", "null")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def with_text_keys(value):
    if isinstance(value, dict):
        return {str(key): with_text_keys(item) for key, item in value.items()}
    if isinstance(value, list):
        return [with_text_keys(item) for item in value]
    return value


def read_yaml(path):
    return with_text_keys(yaml.load(path.read_text(encoding="utf-8"), PlainLoader))


def kind_of(path):
    return {"dimensions": "dimension", "vectors": "vectors"}.get(path.parent.name, "model")


def validator(kind):
    return jsonschema.Draft202012Validator({**SCHEMA, "oneOf": [{"$ref": f"#/$defs/{kind}"}]})


class Schema(unittest.TestCase):
    def test_the_schema_is_a_schema(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def test_every_file_of_every_model_keeps_it(self):
        files = sorted((ROOT / "models").rglob("*.yaml"))
        self.assertGreater(len(files), 10)
        for path in files:
            with self.subTest(path.relative_to(ROOT).as_posix()):
                errors = [
                    f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
                    for error in validator(kind_of(path)).iter_errors(read_yaml(path))
                ]
                self.assertEqual(errors, [])

    def test_planted_faults_are_refused(self):
        model = read_yaml(ROOT / "models/somm/model.yaml")
        dimension = read_yaml(ROOT / "models/somm/dimensions/integration.yaml")
        vectors = read_yaml(ROOT / "models/somm/vectors/edges.yaml")

        def plant(kind, tree, change):
            broken = copy.deepcopy(tree)
            change(broken)
            self.assertFalse(validator(kind).is_valid(broken))

        plant("model", model, lambda tree: tree.pop("scale"))
        plant("model", model, lambda tree: tree.update(extra=1))
        plant("model", model, lambda tree: tree["name"].pop("en"))
        plant("model", model, lambda tree: tree["rounding"].update(mode="up"))
        plant("dimension", dimension, lambda tree: tree["children"][0]["children"][0].pop("question"))
        plant("dimension", dimension, lambda tree: tree.update(weight="heavy"))
        plant("dimension", dimension, lambda tree: tree.update(standing="sure"))
        plant("vectors", vectors, lambda tree: tree.pop("cases"))


if __name__ == "__main__":
    unittest.main()
