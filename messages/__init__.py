"""Collects the words of the interface and compiles their translations; for developers, never run by the portal."""
