"""What the tool knows: typed views of the files in data/."""
