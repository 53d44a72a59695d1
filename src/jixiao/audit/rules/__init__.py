"""The rules, one file each, a folder per family. A file that is here is in force; nothing else registers it."""
