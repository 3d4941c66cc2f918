/** How commands print and how they end. Knows nothing of rollouts and clusters. */
@NullMarked
package dev.aotrollout.terminal;

import org.jspecify.annotations.NullMarked;
