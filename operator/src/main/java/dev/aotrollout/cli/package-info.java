/** The command line: what the operator would say, asked without a cluster; and {@code run}. May use everything. */
@NullMarked
package dev.aotrollout.cli;

import org.jspecify.annotations.NullMarked;
