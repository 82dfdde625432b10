"""``python -m workbench``: the same as the command ``workbench``."""

from workbench.launch import main

main()
