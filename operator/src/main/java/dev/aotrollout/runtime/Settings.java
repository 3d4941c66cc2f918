package dev.aotrollout.runtime;

import java.util.Set;

/**
 * How one operator process runs.
 *
 * @param namespaces to watch; empty for all
 */
record Settings(Set<String> namespaces) {}
