"""What the authors say of rights."""
