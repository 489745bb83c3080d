"""Where other typesetters end the same lines (docs/composition.md); ``compare`` is the command."""
