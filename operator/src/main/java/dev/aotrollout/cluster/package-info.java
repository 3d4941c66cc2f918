/** The only package that calls Kubernetes, but for the status write. May use {@code api}; touches the Fabric8 client. */
@NullMarked
package dev.aotrollout.cluster;

import org.jspecify.annotations.NullMarked;
