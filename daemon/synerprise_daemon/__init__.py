"""The daemon: one process a user, which holds the model and answers every door."""
