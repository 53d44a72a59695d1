"""Many files at once: looked at, split into cases, assessed and written, in this process or in several, with a limit of
time for each, and taken up again where it was interrupted.
"""
