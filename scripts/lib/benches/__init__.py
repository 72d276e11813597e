"""One module per bench, named after what it measures; see `lib.bench` for what a bench is given and returns."""
