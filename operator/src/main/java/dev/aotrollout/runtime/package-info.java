/** The shell: wiring, reconciler, recording, effects and {@code main}; alone in logging and in importing JOSDK. */
@NullMarked
package dev.aotrollout.runtime;

import org.jspecify.annotations.NullMarked;
