/** The release evidence pack of one run, as JSON, Markdown, JUnit XML and HTML, hashed, chained and signed. Pure; may use {@code decision}, {@code governance} and {@code judge}; touches Jackson. */
@NullMarked
package dev.aotrollout.evidence;

import org.jspecify.annotations.NullMarked;
