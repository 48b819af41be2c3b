"""Tests of the pages that a site shows."""
