"""The screen *verdicts*."""

from workbench.views import verdicts

verdicts.show()
