"""What runs on the far side: the fork-server and its workers; the standard library only."""
