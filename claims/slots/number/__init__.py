"""Numbers in Arabic and English text: digits, words and both mixed.

>>> [number.value for number in find_numbers("13 ألفا و221 غارة، 7,5 مليون شخص، two dozen")]
[13221, 7500000, 24]
"""

from claims.slots.number.digits import Digits, read_digits
from claims.slots.number.find import Form, Number, find_numbers, numbers_at, read_number
from claims.slots.number.lexicon import NumberWord, Role, number_words

__all__ = [
    "Digits",
    "Form",
    "Number",
    "NumberWord",
    "Role",
    "find_numbers",
    "number_words",
    "numbers_at",
    "read_digits",
    "read_number",
]
