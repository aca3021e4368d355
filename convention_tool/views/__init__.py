"""One module for each thing that can be shown: a record in, a page out."""
