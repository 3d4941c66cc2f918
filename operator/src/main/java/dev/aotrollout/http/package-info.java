/** Java's HTTP client inside Fabric8's, where what it does with connections is not enough. May use nothing of ours. */
@NullMarked
package dev.aotrollout.http;

import org.jspecify.annotations.NullMarked;
