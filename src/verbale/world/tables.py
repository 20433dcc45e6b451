"""Reads the data files beside this module: tab-separated columns, lists parted by "; ", comments after "#"."""

import re
import unicodedata
from collections.abc import Iterator
from importlib.resources import files


def rows(name: str, width: int) -> Iterator[list[str]]:
    """The rows of `data/NAME.tsv`, each with exactly `width` columns (missing ones are "")."""
    text = (files("verbale.world") / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            yield cells + [""] * (width - len(cells))


def items(cell: str) -> list[str]:
    """The items of a list cell, in order."""
    return [item for part in cell.split(";") if (item := part.strip())]


def forms_of(item: str) -> list[str]:
    """The forms of one name, "FORM=OTHER FORM", in order."""
    return [form.strip() for form in item.split("=")]


def slug(name: str) -> str:
    """`name` in lower-case ASCII with hyphens, for ids: "Élysée Palace" → "elysee-palace"."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name.lower()).strip("-")
