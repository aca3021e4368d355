"""Rules on the numbers of articles, paragraphs and subparagraphs."""
