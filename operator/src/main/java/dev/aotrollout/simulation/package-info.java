/** A simulated world around the operator's own core: cluster, traffic and users on a virtual clock; what happened as a value, and as a chart. May use {@code api}, {@code intake}, {@code decision}, {@code judge}, {@code statistics}, {@code status}. */
@NullMarked
package dev.aotrollout.simulation;

import org.jspecify.annotations.NullMarked;
