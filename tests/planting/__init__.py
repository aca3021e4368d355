"""For each rule, how its fault is planted in the general convention."""

from importlib import import_module

from convention_tool.lint.rules import FAMILIES
from planting.planter import Planter

#: The planter of each rule, under its code.
PLANTERS: dict[str, Planter] = {
    planter.code: planter
    for family in FAMILIES
    for planter in import_module(f"planting.{family.replace('-', '_')}").PLANTERS
}
