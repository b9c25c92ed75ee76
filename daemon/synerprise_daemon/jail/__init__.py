"""The jail: the only place where programs that nobody has read are run."""
