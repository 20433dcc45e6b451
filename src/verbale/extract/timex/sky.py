"""When the moon is new or full and where the sun stands, to a few minutes: what lunar calendars are counted by.

Moon: the periodic terms of Meeus, Astronomical Algorithms (2nd ed. 1998), chapter 49, down to 0.0002 days. Sun: the
apparent longitude of chapter 25, to 0.01 degrees. Times are UTC, as days and fractions from 1 January of the year 1.
"""

from functools import lru_cache
from math import radians, sin

# Julian day of the ordinal 0 of `datetime.date`, and terrestrial time ahead of UTC, in days (1900 to 2100: 0 to 200 s).
_JULIAN, _AHEAD = 1721424.5, 0.0008
# Terms of chapter 49: multiples of the sun's anomaly, the moon's anomaly and its argument of latitude; factors of the
# new moon and of the full moon. The factor of a term with the sun's anomaly shrinks with the orbit's eccentricity.
_TERMS = (
    (0, 1, 0, -0.40720, -0.40614), (1, 0, 0, 0.17241, 0.17302), (0, 2, 0, 0.01608, 0.01614),
    (0, 0, 2, 0.01039, 0.01043), (-1, 1, 0, 0.00739, 0.00734), (1, 1, 0, -0.00514, -0.00515),
    (2, 0, 0, 0.00208, 0.00209), (0, 1, -2, -0.00111, -0.00111), (0, 1, 2, -0.00057, -0.00057),
    (1, 2, 0, 0.00056, 0.00056), (0, 3, 0, -0.00042, -0.00042), (1, 0, 2, 0.00042, 0.00042),
    (1, 0, -2, 0.00038, 0.00038), (-1, 2, 0, -0.00024, -0.00024),
)  # fmt: skip


@lru_cache(maxsize=4096)
def _phase(number: int, full: bool) -> float:
    """The time of the new moon `number` after that of 6 January 2000, or of the full moon after it."""
    k = number + (0.5 if full else 0.0)
    t = k / 1236.85
    eccentricity = 1 - 0.002516 * t - 0.0000074 * t * t
    sun = radians(2.5534 + 29.10535670 * k - 0.0000014 * t * t)
    moon = radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t)
    node = radians(160.7108 + 390.67050284 * k - 0.0016118 * t * t)
    day = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t
    for of_sun, of_moon, of_node, new, whole in _TERMS:
        angle = of_sun * sun + of_moon * moon + of_node * node
        day += (whole if full else new) * eccentricity ** abs(of_sun) * sin(angle)
    return day - _AHEAD - _JULIAN


def moon_after(day: float, full: bool = False) -> float:
    """The time of the first new (or full) moon at `day` or later."""
    number = int((day + _JULIAN - 2451550.1) / 29.530588861) - 2
    while _phase(number, full) < day:
        number += 1
    return _phase(number, full)


def sun_longitude(day: float) -> float:
    """The sun's apparent longitude in degrees: 0 at the March equinox, 270 at the December solstice."""
    t = (day + _JULIAN - 2451545.0) / 36525
    mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t
    anomaly = radians(357.52911 + 35999.05029 * t - 0.0001537 * t * t)
    centre = (1.914602 - 0.004817 * t) * sin(anomaly) + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
    centre += 0.000289 * sin(3 * anomaly)
    return (mean + centre - 0.00569 - 0.00478 * sin(radians(125.04 - 1934.136 * t))) % 360


def sun_at(longitude: float, after: float) -> float:
    """The first time after `after` at which the sun reaches `longitude`."""
    day = after + ((longitude - sun_longitude(after)) % 360) / 360 * 365.2422
    for _ in range(5):
        day += ((longitude - sun_longitude(day) + 180) % 360 - 180) / 360 * 365.2422
    return day
