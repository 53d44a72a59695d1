"""Text → value, and target against actual → met, short, or cannot decide.

>>> from jixiao.values import compare, direction, parse
>>> target, actual = parse("≥95%"), parse("98%")
>>> compare(target, actual, direction=direction(target)[0]).met.value
'met'
"""

from jixiao.values.compare import compare
from jixiao.values.direction import direction
from jixiao.values.grammar import parse
from jixiao.values.numerals import chinese_number
from jixiao.values.vague import vague_words

__all__ = ["chinese_number", "compare", "direction", "parse", "vague_words"]
