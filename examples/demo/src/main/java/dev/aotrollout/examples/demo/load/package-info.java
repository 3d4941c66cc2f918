/** Requests on a fixed schedule, what became of each, and the sums over them. May use nothing of ours. */
@NullMarked
package dev.aotrollout.examples.demo.load;

import org.jspecify.annotations.NullMarked;
