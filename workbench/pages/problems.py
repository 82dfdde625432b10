"""The screen *problems*."""

from workbench.views import problems

problems.show()
