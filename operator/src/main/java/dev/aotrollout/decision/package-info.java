/** The pure core: plan, state and observation go in, one decision and the desired state come out. May use {@code judge}. */
@NullMarked
package dev.aotrollout.decision;

import org.jspecify.annotations.NullMarked;
