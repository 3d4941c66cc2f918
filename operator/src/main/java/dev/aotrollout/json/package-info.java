/** How resources are read from JSON. May use nothing of ours; touches Jackson and Fabric8's serialization. */
@NullMarked
package dev.aotrollout.json;

import org.jspecify.annotations.NullMarked;
