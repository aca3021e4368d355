"""The home that a draft gives itself: its bodies, their procedures, and what is missing."""
