"""Rules about human work: the queue and its order."""
