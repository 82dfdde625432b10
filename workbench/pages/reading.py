"""The screen *reading*."""

from workbench.views import reading

reading.show()
