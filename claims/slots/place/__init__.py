"""Places: found in running text, resolved to a gazetteer, compared, rated and captioned in Arabic and English."""

from claims.slots.place.caption import caption, specificity
from claims.slots.place.compare import compare
from claims.slots.place.find import find_places
from claims.slots.place.gazetteer import contains, is_capital

__all__ = ["caption", "compare", "contains", "find_places", "is_capital", "specificity"]
