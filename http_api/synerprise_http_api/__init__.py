"""The HTTP door: a prompt in a request becomes a program in a response."""
