package dev.aotrollout.observe;

/** What became of one query of an evidence pack. */
public record SeriesAnswer(SeriesQuestion question, QueryResult result) {}
