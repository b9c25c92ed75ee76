"""What must stay true of the model."""
