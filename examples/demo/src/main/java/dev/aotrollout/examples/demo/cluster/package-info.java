/** The cluster, the operator and the service under rollout: how they are started, changed and watched. May use load. */
@NullMarked
package dev.aotrollout.examples.demo.cluster;

import org.jspecify.annotations.NullMarked;
