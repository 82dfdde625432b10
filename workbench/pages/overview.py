"""The screen *overview*."""

from workbench.views import overview

overview.show()
