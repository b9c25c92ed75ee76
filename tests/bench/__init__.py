"""How fast and how large: ``make bench`` prints it, as ratios measured side by side."""
