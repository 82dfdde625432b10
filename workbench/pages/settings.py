"""The screen *settings*."""

from workbench.views import settings

settings.show()
