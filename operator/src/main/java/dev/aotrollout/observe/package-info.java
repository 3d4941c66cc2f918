/** The snapshot of one instant: cluster facts and Prometheus samples become an observation; a failure becomes a value. */
@NullMarked
package dev.aotrollout.observe;

import org.jspecify.annotations.NullMarked;
