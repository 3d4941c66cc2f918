/** The command line: its entry, and what the operator would say, asked without a cluster. May use everything. */
@NullMarked
package dev.aotrollout.cli;

import org.jspecify.annotations.NullMarked;
