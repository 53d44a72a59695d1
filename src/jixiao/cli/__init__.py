"""The command line: a person enters, everything below is called, text or JSON leaves. One file per command.

Nothing here scores, reads, checks or lays out anything by itself.
"""
