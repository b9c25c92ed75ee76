"""What must stay true of the daemon."""
