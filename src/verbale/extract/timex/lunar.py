"""Days that go by the moon, in a year of ours: Islamic, Hebrew, Chinese and Hindu ones, and the Orthodox Easter.

A month of the Islamic calendar begins with a crescent that must be seen, which no rule foretells: here by the rule of
the calendar of Umm al-Qura (a conjunction before sunset at Mecca). It may be a day off, and so may a day of the other
calendars where countries count it by their own meridian. Hebrew days and Easter are exact.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from math import floor

from verbale.extract.timex.sky import moon_after, sun_at

# Days that local time is ahead of UTC; sunset as part of the local day, at Mecca and in India in autumn.
_MECCA, _TEHRAN, _INDIA = 3 / 24, 3.5 / 24, 5.5 / 24
_SUNSET, _DUSK = 18 / 24, 17.6 / 24
_MONTH = 29.530588861
# Where the sun enters the Hindu Libra in 2000, in degrees, and how far that moves each year, as the stars do.
_HINDU_LIBRA, _PRECESSION = 203.85, 0.01397
# Ordinal of the first day of the Islamic calendar (16 July 622, Julian).
_HIJRA = 227015


def islamic(year: int, month: int, day: int) -> Iterator[date]:
    """The days of `year` that are `day` of the Islamic `month`: one, or two where the shorter lunar year has it so."""
    months = round((date(year, 1, 1).toordinal() - _HIJRA) / _MONTH)
    for number in range(months - 2, months + 14):
        if number % 12 == month - 1:
            found = date.fromordinal(_month_start(number) + day - 1)
            if found.year == year:
                yield found


def last_of_islamic_month(start: date) -> date:
    """The last day of the Islamic month that begins on `start`."""
    number = round((start.toordinal() - _HIJRA) / _MONTH)
    return date.fromordinal(_month_start(number + 1) - 1)


def _month_start(number: int) -> int:
    """The first day (ordinal) of the month `number`, counted from 0 at the Hijra."""
    conjunction = moon_after(_HIJRA + number * _MONTH - 10) + _MECCA
    return floor(conjunction) + (2 if conjunction % 1 > _SUNSET else 1)


def passover(year: int) -> date:
    """15 Nisan of `year`, by the formula of Gauss."""
    of_world = year + 3760
    a, b = (12 * of_world + 17) % 19, of_world % 4
    rest = 32.044093161144 + 1.5542417966212 * a + 0.25 * b - 0.0031777940220923 * of_world
    march = floor(rest)
    rest -= march
    c = (march + 3 * of_world + 5 * b + 5) % 7
    if c == 0 and a > 11 and rest >= 0.89772376543210:
        march += 1
    elif c == 1 and a > 6 and rest >= 0.63287037037037:
        march += 2
    elif c in {2, 4, 6}:
        march += 1
    return date(year, 3, 1) + timedelta(days=march - 1 + _since_julian(year))


def hanukkah(year: int) -> date:
    """25 Kislev of `year`: a month before it has 29 or 30 days by the length of the Hebrew year."""
    begins, ends = (passover(of_year) + timedelta(days=163) for of_year in (year, year + 1))
    return begins + timedelta(days=84 if (ends - begins).days % 10 == 5 else 83)


def orthodox_easter(year: int) -> date:
    """Easter Sunday by the Julian calendar (Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=_since_julian(year))


def _since_julian(year: int) -> int:
    """Days that our calendar is ahead of the Julian in March of `year`."""
    return year // 100 - year // 400 - 2


def chinese(year: int, month: int, day: int, ahead: int) -> date:
    """`day` of a month of the Chinese calendar, as counted `ahead` hours of UTC: in China 8, in Korea 9, in Vietnam 7.

    The first month begins with the second new moon after the December solstice, but not before 21 January; months 2 to
    10 are those in which the sun reaches their mark.
    """
    meridian = ahead / 24
    if month == 1:
        solstice = floor(sun_at(270, date(year - 1, 12, 1).toordinal()) + meridian)
        start = _new_moon(_new_moon(solstice + 1, meridian) + 1, meridian)
        if start < date(year, 1, 21).toordinal():
            start = _new_moon(start + 1, meridian)
    else:
        mark = floor(sun_at(30 * (month - 2) % 360, date(year, 1, 20).toordinal()) + meridian)
        start = max(found for back in range(31) if (found := _new_moon(mark - back, meridian)) <= mark)
    return date.fromordinal(start + day - 1)


def _new_moon(day: int, meridian: float) -> int:
    """The first day at or after `day` on which the moon is new at a meridian."""
    return floor(moon_after(day - meridian) + meridian)


def diwali(year: int) -> date:
    """The day whose evening is that of the new moon while the sun is in the Hindu Libra (October to November)."""
    libra = sun_at(_HINDU_LIBRA + (year - 2000) * _PRECESSION, date(year, 9, 1).toordinal())
    new = moon_after(libra) + _INDIA
    return date.fromordinal(floor(new) - (new % 1 < _DUSK))


def nowruz(year: int) -> date:
    """The day of the March equinox in Tehran, or the day after it where it comes after noon."""
    equinox = sun_at(0, date(year, 3, 10).toordinal()) + _TEHRAN
    return date.fromordinal(floor(equinox) + (equinox % 1 >= 0.5))
