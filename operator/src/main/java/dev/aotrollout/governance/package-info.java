/** Rubric, library policy, exceptions, approvals, waves and economics give an assessment. Pure; may use {@code decision}, {@code judge} and {@code materials}. */
@NullMarked
package dev.aotrollout.governance;

import org.jspecify.annotations.NullMarked;
