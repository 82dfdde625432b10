"""The screen *compare*."""

from workbench.views import compare

compare.show()
