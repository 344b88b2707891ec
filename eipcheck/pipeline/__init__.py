"""The use cases: the only place where files, the clock, the environment and the version meet."""
