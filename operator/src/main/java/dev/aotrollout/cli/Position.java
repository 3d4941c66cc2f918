package dev.aotrollout.cli;

/** A place in a file, both from 1. */
record Position(int line, int column) {}
