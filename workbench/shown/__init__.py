"""What the views show, prepared from the model's values by pure functions: plain dicts, lists and sentences.

Nothing here asks the case or draws anything, so that all of it can be tried without a browser.
"""
