"""relaas."""
