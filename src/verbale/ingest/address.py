"""A web address that stands alone on a line, and the outlet whose host it names."""

import re
from functools import cache
from urllib.parse import urlsplit

from verbale.ingest.site import site_of
from verbale.world.tables import items, rows

_ADDRESS = re.compile(
    r"(?:(?:url|link|source|address|retrieved from|from)\s*:\s*)?<?"
    r"(?P<address>(?:https?://|www\.)[^\s<>]{3,2000}|[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-z]{2,12}/[^\s<>]{3,2000})>?",
    re.IGNORECASE,
)
# Letters of a state's domain, and of "co", "com", "org" and their like below it.
_STATE, _SECOND_LEVEL = 2, 3


def address_in(line: str) -> str:
    """The address that `line` holds and nothing else, with its scheme; "" where it holds anything else."""
    if "." not in line or line.count(" ") > 3:
        return ""
    found = _ADDRESS.fullmatch(line)
    if not found:
        return ""
    address = found["address"]
    address = address if "://" in address[:8] else f"https://{address}"
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return address if "." in host else ""


def is_page(address: str) -> bool:
    """Whether an address names a page of a site, not the site."""
    parts = urlsplit(address)
    return bool(parts.path.strip("/") or parts.query)


def outlet_of(address: str) -> str:
    """The outlet whose name the address has as its host ("www.examplenews.co.uk" is that of "Example News"); ""
    where the world's outlets hold none of that name, or more than one. A host under a state's own domain is not an
    outlet of another state: many papers share a name."""
    *labels, domain = site_of("", address).split(".")
    if len(domain) == _STATE and len(labels) > 1 and len(labels[-1]) <= _SECOND_LEVEL:
        labels = labels[:-1]
    state = domain.upper().replace("UK", "GB") if len(domain) == _STATE else ""
    named = _outlets_by_label().get(labels[-1], set()) if labels else set()
    owners = {name for code, name in named if not state or code == state}
    return owners.pop() if len(owners) == 1 else ""


@cache
def _outlets_by_label() -> dict[str, set[tuple[str, str]]]:
    """(state, name) of outlets by their forms as a host would spell them: letters and digits, with or without
    "the"."""
    found: dict[str, set[tuple[str, str]]] = {}
    for state, _, name, forms, _ in rows("outlets", 5):
        for form in (name, *items(forms)):
            plain = form.rstrip("*").lower()
            for spelt in {plain, plain.removeprefix("the ")}:
                label = re.sub(r"[^a-z0-9]", "", spelt)
                if len(label) > 1:
                    found.setdefault(label, set()).add((state, name))
    return found
