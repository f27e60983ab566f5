"""What other systems accept, written down from their documentation.

- Gradescope: "Autograder Specifications", Output format (gradescope-autograders).
- Classroom 50: "Advanced Autograding", The result.json contract (its wiki), and the
  rules between fields of its runner's `validate_result`.
- JUnit: junit-10.xsd of the xUnit plugin of Jenkins.
- Canvas and Moodle: what GradebookImporter and gradeimport_csv_load_data do with a
  file, as far as a mark comes of it.
"""

from __future__ import annotations

import csv
import io
import re
from typing import Any

VISIBILITY = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}
OUTPUT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
TEXT = {"type": "string"}
NUMBER = {"type": "number", "minimum": 0}
NAME = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 0}

GRADESCOPE: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "score": {"type": "number"},
        "execution_time": NUMBER,
        "output": TEXT,
        "output_format": OUTPUT,
        "test_output_format": OUTPUT,
        "test_name_format": OUTPUT,
        "visibility": VISIBILITY,
        "stdout_visibility": VISIBILITY,
        "extra_data": {"type": "object"},
        "leaderboard": {"type": "array"},
        "tests": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "score": {"type": "number"},
                    "max_score": NUMBER,
                    "status": {"enum": ["passed", "failed"]},
                    "name": TEXT,
                    "name_format": OUTPUT,
                    "number": TEXT,
                    "output": TEXT,
                    "output_format": OUTPUT,
                    "tags": {"type": "array", "items": TEXT},
                    "visibility": VISIBILITY,
                    "extra_data": {"type": "object"},
                },
            },
        },
    },
    "anyOf": [  # a score of the whole, or of each test
        {"required": ["score"]},
        {
            "required": ["tests"],
            "properties": {"tests": {"minItems": 1, "items": {"required": ["score"]}}},
        },
    ],
}

CLASSROOM: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "additionalProperties": False,
    "required": [
        *("schema", "classroom", "assignment", "assignment_type", "owner"),
        *("submission", "commit", "release", "review", "datetime"),
        *("score", "max-score", "tests"),
    ],
    "properties": {
        "schema": {"const": "classroom50/result/v1"},
        **dict.fromkeys(["classroom", "assignment", "owner"], NAME),
        **dict.fromkeys(["commit", "release", "review"], NAME),
        "assignment_type": {"enum": ["individual", "group"]},
        "submission": {"type": "string", "pattern": "^submit/"},
        "datetime": {
            "type": "string",
            "pattern": r"^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$",
        },
        "score": COUNT,
        "max-score": COUNT,
        "tests": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["test-name", "passed", "score", "max-score"],
                "properties": {
                    "test-name": NAME,
                    "passed": {"type": "boolean"},
                    "score": COUNT,
                    "max-score": COUNT,
                },
            },
        },
    },
}


def _told(name: str) -> str:
    """An element with a type, a message and a text."""
    return f"""
  <xs:element name="{name}"><xs:complexType mixed="true">
    <xs:attribute name="type" type="xs:string"/>
    <xs:attribute name="message" type="xs:string"/>
  </xs:complexType></xs:element>"""


def _attributes(names: str, more: str = "") -> str:
    return "".join(
        f'<xs:attribute name="{name}" type="xs:string" {more}/>'
        for name in names.split()
    )


JUNIT = f"""
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:simpleType name="seconds"><xs:restriction base="xs:string">
    <xs:pattern value="[0-9]*(\\.[0-9]*)?"/>
  </xs:restriction></xs:simpleType>
  {"".join(map(_told, ("failure", "error", "skipped")))}
  <xs:element name="properties"><xs:complexType><xs:sequence>
    <xs:element name="property" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
      {_attributes("name value", 'use="required"')}
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="testcase"><xs:complexType>
    <xs:choice minOccurs="0" maxOccurs="unbounded">
      <xs:element ref="skipped"/><xs:element ref="error"/><xs:element ref="failure"/>
      <xs:element name="system-out" type="xs:string"/>
      <xs:element name="system-err" type="xs:string"/>
    </xs:choice>
    {_attributes("name", 'use="required"')}{_attributes("time classname group")}
  </xs:complexType></xs:element>
  <xs:element name="testsuite"><xs:complexType>
    <xs:choice minOccurs="0" maxOccurs="unbounded">
      <xs:element ref="properties"/><xs:element ref="testcase"/>
    </xs:choice>
    {_attributes("name tests failures errors", 'use="required"')}
    {_attributes("skipped timestamp hostname id package")}
    <xs:attribute name="time" type="seconds"/>
  </xs:complexType></xs:element>
  <xs:element name="testsuites"><xs:complexType>
    <xs:sequence>
      <xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
    {_attributes("name tests failures errors")}
  </xs:complexType></xs:element>
</xs:schema>
"""


def rows(text: str) -> list[list[str]]:
    """The cells of a CSV file."""
    return list(csv.reader(io.StringIO(text, newline="")))


def canvas(text: str, known: list[dict[str, str]]) -> dict[tuple[str, str], str]:
    """The scores that Canvas would store for its *known* students, by their names.

    A student has some of the keys ID, SIS User ID, SIS Login ID and name.
    """
    header, *rest = rows(text)
    assert "Student" in header[0]
    assert "ID" in header[1]
    assert "SIS User ID" in header[2]
    assert "SIS Login ID" in header[3]
    assert "Section" in header[4]
    assert {len(row) for row in rest} <= {len(header)}
    found = {}
    for row in rest:
        if "Points Possible" in row[0]:
            assert all(float(cell) >= 0 for cell in row[5:])
            continue
        digits = re.match(r"\d*", row[1].strip())
        wanted = {"ID": digits[0] if digits else ""}
        wanted |= dict(zip(header[2:4], row[2:4], strict=True)) | {"name": row[0]}
        for key, value in wanted.items():
            match = [one for one in known if value and one.get(key) == value]
            if match:
                for title, cell in zip(header[5:], row[5:], strict=True):
                    found[match[0]["name"], title] = cell.strip()
                break
    return found


def moodle(text: str, known: list[str]) -> dict[tuple[str, str], float | None]:
    """The grades that Moodle would store in new items for its *known* students."""
    header, *rest = rows(text)
    found: dict[tuple[str, str], float | None] = {}
    student = ""
    for row in rest:
        assert len(row) == len(header)
        if row[0].strip() not in ("", "0"):
            assert row[0] in known, "the whole import would be broken off"
            student = row[0]
        for title, cell in zip(header[1:], row[1:], strict=True):
            if not title.endswith("(Feedback)"):
                grade = None if cell.strip() == "-" else float(cell or 0)
                found[student, title] = grade
    return found
