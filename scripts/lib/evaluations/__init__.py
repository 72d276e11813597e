"""The evaluations of `scripts/evaluate`, a module each."""
