"""The command line: parse, call the pipeline, show, exit."""
