/** Router SPI: from a weight to the change of a route. Returns changes, writes nothing. */
@NullMarked
package dev.aotrollout.traffic;

import org.jspecify.annotations.NullMarked;
