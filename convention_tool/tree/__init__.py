"""What an instrument says, and where its provisions stand."""
