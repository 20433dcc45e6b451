"""The case file: what is particular to one negotiation. Optional, short, TOML."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from verbale.model import VerbaleError


@dataclass(frozen=True, slots=True)
class CasePerson:
    name: str
    office: str = ""
    party: str = ""
    since: date | None = None
    until: date | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseIssue:
    name: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseTrack:
    name: str
    parties: tuple[str, ...] = ()
    level: str = ""


@dataclass(frozen=True, slots=True)
class CaseAgreement:
    name: str
    parties: tuple[str, ...] = ()
    date: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseParty:
    name: str
    kind: str = "organisation"
    aliases: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A case file as read: `name` of the negotiation, its parties, people, issues, tracks and agreements."""

    name: str = ""
    parties: tuple[CaseParty, ...] = ()
    people: tuple[CasePerson, ...] = ()
    issues: tuple[CaseIssue, ...] = ()
    tracks: tuple[CaseTrack, ...] = ()
    agreements: tuple[CaseAgreement, ...] = ()


# The kinds that a case file's party may have; `world.entries` says what entry each becomes.
PARTY_KINDS = ("state", "government_body", "organisation", "armed", "group")
LEVELS = ("leaders", "ministers", "working", "technical", "inter-agency", "mediators", "unofficial")

# Tables of the file → (field of Case, type of an item, its keys and their types: text, texts or day).
_TABLES: Mapping[str, tuple[str, Callable[..., Any], Mapping[str, str]]] = {
    "party": (
        "parties",
        CaseParty,
        {"name": "text", "kind": "text", "aliases": "texts", "seats": "texts", "demonyms": "texts"},
    ),
    "person": (
        "people",
        CasePerson,
        {"name": "text", "office": "text", "party": "text", "since": "day", "until": "day", "aliases": "texts"},
    ),
    "issue": ("issues", CaseIssue, {"name": "text", "words": "texts"}),
    "track": ("tracks", CaseTrack, {"name": "text", "parties": "texts", "level": "text"}),
    "agreement": (
        "agreements",
        CaseAgreement,
        {"name": "text", "parties": "texts", "date": "date text", "aliases": "texts"},
    ),
}
_CHOICES = {("party", "kind"): PARTY_KINDS, ("track", "level"): LEVELS}
_NAMES = {plural: singular for singular, (plural, _, _) in _TABLES.items()}


def load_case(path: Path) -> Case:
    """Read `case.toml` (docs/case-file.md). Raises VerbaleError, naming file and line, where it cannot be read, is
    not TOML, has keys unknown, lacks a name, or has a value of the wrong type."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = tomllib.loads(text)
    except OSError as error:
        raise VerbaleError(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise VerbaleError(f"{path}: not UTF-8 text (byte {error.start}); save the case file as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise VerbaleError(f"{path}: not TOML: {error}") from None
    return _Reader(path, text).case(data)


@dataclass(frozen=True, slots=True)
class _Reader:
    path: Path
    text: str

    def case(self, data: Mapping[str, Any]) -> Case:
        found: dict[str, Any] = {}
        for key, value in data.items():
            if key == "name":
                found["name"] = self._value(value, "text", "name", self._line(key))
                continue
            table = _NAMES.get(key, key)
            if table not in _TABLES:
                self._fail(self._line(key), f"unknown key '{key}'; known are name, {', '.join(_TABLES)}")
            plural, _, _ = _TABLES[table]
            if not isinstance(value, list):
                self._fail(self._line(key), f"'{key}' must be a list of tables; write [[{table}]]")
            items = tuple(self._item(table, key, number, item) for number, item in enumerate(value))
            found[plural] = found.get(plural, ()) + items
        return Case(**found)

    def _item(self, table: str, written: str, number: int, item: object) -> object:
        _, make, keys = _TABLES[table]
        header = self._line(written, number)
        if not isinstance(item, dict):
            self._fail(header, f"'{written}' must be a list of tables; write [[{table}]]")
        found: dict[str, Any] = {}
        for key, value in item.items():
            line = self._line_of_key(key, header)
            if key not in keys:
                self._fail(line, f"unknown key '{key}' in [[{table}]]; known are {', '.join(keys)}")
            found[key] = self._value(value, keys[key], key, line)
            choices = _CHOICES.get((table, key))
            if choices and found[key] not in choices:
                self._fail(line, f"'{key}' is '{found[key]}'; it must be one of {', '.join(choices)}")
        if not str(found.get("name", "")).strip():
            self._fail(header, f"this [[{table}]] has no name")
        if found.get("since") and found.get("until") and found["since"] > found["until"]:
            self._fail(header, f"'{found['name']}' has 'since' after 'until'")
        return make(**found)

    def _value(self, value: object, kind: str, key: str, line: int) -> object:
        if kind == "texts":
            if isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value):
                return tuple(value)
            self._fail(line, f"'{key}' must be a list of texts")
        if kind == "date text" and isinstance(value, date):
            return value.isoformat()[:10]
        if kind == "day":
            if type(value) is date:
                return value
            if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                try:
                    return date.fromisoformat(value)
                except ValueError:
                    pass
            self._fail(line, f"'{key}' must be a day, such as 2019-10-05")
        if isinstance(value, str):
            return value
        self._fail(line, f"'{key}' must be a text in quotes")

    def _line(self, key: str, number: int = 0) -> int:
        """The line on which the table or key `key` stands for the time `number`, counted from 0; 1 if not found."""
        seen = 0
        for line, text in enumerate(self.text.splitlines(), 1):
            if re.match(rf"""\s*(?:\[\[?\s*)?["']?{re.escape(key)}["']?\s*(?:\]|=)""", text):
                if seen == number:
                    return line
                seen += 1
        return 1

    def _line_of_key(self, key: str, header: int) -> int:
        lines = self.text.splitlines()
        for line in range(header, len(lines)):
            if re.match(rf"""\s*["']?{re.escape(key)}["']?\s*=""", lines[line]):
                return line + 1
            if lines[line].lstrip().startswith("[["):
                break
        return header

    def _fail(self, line: int, problem: str) -> NoReturn:
        raise VerbaleError(f"{self.path}, line {line}: {problem}")
