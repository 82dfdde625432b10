"""One module or folder for each kind of value: finds, normalises, compares, rates and captions itself."""
