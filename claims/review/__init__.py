"""Rules about human work: what comes next and why, who may do what, who may see what. Pure."""
