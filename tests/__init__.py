"""Tests, a folder for each room; end_to_end drives real editors and servers."""
