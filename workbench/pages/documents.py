"""The screen *documents*."""

from workbench.views import documents

documents.show()
