"""The installed program through its real doors."""
