"""TIMEX3 values (TimeML 1.2.1): of a stretch of the calendar, of one that is not placed yet, of lengths."""

from verbale.extract.timex.calendar import Stretch, number_before_christ
from verbale.extract.timex.meaning import Meaning

_SEASON_OF_MONTH = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_UNPLACED = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX",
             "H": "XXXX-HX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}  # fmt: skip
_LETTERS = {"TS": ("PT", "S"), "TM": ("PT", "M"), "TH": ("PT", "H"), "D": ("P", "D"), "W": ("P", "W"), "M": ("P", "M"),
            "Q": ("P", "Q"), "H": ("P", "H"), "S": ("P", "S"), "Y": ("P", "Y"), "DE": ("P", "DE"), "CE": ("P", "CE"),
            "L": ("P", "L"), "WE": ("P", "WE"), "F": ("P", "W")}  # fmt: skip
_YEARS = {"DE": 10, "CE": 100, "L": 1000}


def value_of(stretch: Stretch, meaning: Meaning) -> str:
    """The value of a stretch by its unit, with the time of day: "1998-02-11TMO", "1998-W07", "1998-Q1", "199"."""
    if stretch.unit == "interval" and meaning.daypart:  # "the night of 7–8 June"
        return f"{stretch.first.isoformat()}{meaning.daypart}"
    if stretch.unit == "interval" and meaning.anaphoric and meaning.relative == ("D", 0):
        return f"{stretch.first.year:04d}-{stretch.first.month:02d}-XX"
    if stretch.unit == "interval" and stretch.first != stretch.last:
        return f"{stretch.first.isoformat()}/{stretch.last.isoformat()}"
    return _of_unit(stretch) + (time_suffix(meaning) if stretch.unit == "day" else "")


def _of_unit(stretch: Stretch) -> str:
    first = stretch.first
    before = number_before_christ(first.year)
    year = f"BC{before:04d}" if before else f"{first.year:04d}"
    if stretch.unit in {"week", "weekend"}:
        iso = first.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if stretch.unit == "weekend" else "")
    return {
        "year": year,
        "month": f"{year}-{first.month:02d}",
        "quarter": f"{year}-Q{(first.month + 2) // 3}",
        "half": f"{year}-H{(first.month + 5) // 6}",
        "season": f"{year}-{_SEASON_OF_MONTH.get(first.month, 'XX')}",
        "decade": year[:-1],
        "century": f"BC{(before - 1) // 100:02d}" if before else year[:2],
    }.get(stretch.unit, f"{year}-{first.month:02d}-{first.day:02d}")


def time_suffix(meaning: Meaning) -> str:
    """The part of a value below the day: "T17:00", "TMO", or ""."""
    return meaning.clock or meaning.daypart


def unplaced(meaning: Meaning) -> str:
    """The value of a meaning that no anchor places: as many X as are not known ("XXXX-10-05", "XXXX-WXX-4")."""
    year = f"{meaning.year:04d}" if meaning.year else "XXXX"
    if meaning.kind == "elsewhere":
        base = f"{year}-XX-XX"
    elif meaning.kind == "by_event":
        base = _UNPLACED.get(meaning.away[0] if meaning.away else "D", "XXXX-XX-XX")
    elif meaning.holiday and meaning.holiday[:2].isdigit() and "-" in meaning.holiday:
        base = f"{year}-{meaning.holiday}"
    elif meaning.holiday or meaning.nth:
        base = f"{year}-XX-XX"
    elif meaning.month:
        base = f"{year}-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")
    elif meaning.weekday:
        base = f"{year}-WXX-{meaning.weekday}"
    elif meaning.quarter or meaning.kind == "other_quarter":
        base = f"{year}-Q{meaning.quarter or 'X'}"
    elif meaning.half:
        base = f"{year}-H{meaning.half}"
    elif meaning.season:
        base = f"{year}-{meaning.season}"
    elif meaning.relative:
        base = _UNPLACED.get(meaning.relative[0], "XXXX-XX-XX")
    elif meaning.kind == "shift" and meaning.unit.startswith("T"):
        return length(meaning.count, meaning.unit)
    elif meaning.kind == "shift":
        base = _UNPLACED.get(meaning.unit, "XXXX-XX-XX")
    elif meaning.day:
        base = f"XXXX-XX-{meaning.day:02d}"
    else:
        base = "XXXX-XX-XX"
    return base + time_suffix(meaning)


def length(count: str, unit: str) -> str:
    """The value of a length: "P2Y", "PXM", "PT30M", "PXDE"; halves become the smaller unit ("P2Y6M")."""
    before, letter = _LETTERS[unit]
    if count in {"", "X"}:
        return f"{before}X{letter}"
    if unit in {"DE", "CE", "L"}:  # ISO 8601 has no letters for these: "two decades" is P20Y
        return length(f"{float(count) * _YEARS[unit]:g}", "Y")
    number = float(count) * (2 if unit == "F" else 1)
    whole = int(number)
    rest = number - whole
    if not rest:
        return f"{before}{whole}{letter}"
    smaller = {"Y": ("M", 12), "W": ("D", 7), "TM": ("S", 60), "TH": ("M", 60)}.get(unit)
    if unit == "D":
        return f"P{whole}DT{round(rest * 24)}H" if whole else f"PT{round(rest * 24)}H"
    if smaller is None:
        return f"{before}{number:g}{letter}"
    name, size = smaller
    head = f"{whole}{letter}" if whole else ""
    return f"{before}{head}{round(rest * size)}{name}"


def rate(meaning: Meaning) -> str:
    """The value of a set: what was read, or the length after which it comes back."""
    return meaning.value or length(meaning.count, meaning.unit)
