"""Faults of the lines by which drafters silence rules."""

from planting.ground import above
from planting.planter import Planter

PLANTERS = (Planter("useless-suppression", above("% ignore and-or: a keeper needs both lamps")),)
