"""What writes drafts: renumbering, laying out, opening room for an article, starting anew."""
