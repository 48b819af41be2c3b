"""Scripts and configurations that rebuild the Dutch language model from the corpora."""
