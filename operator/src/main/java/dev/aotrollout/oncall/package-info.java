/** Commands that talk to a cluster: what on-call sees and does. Talks to Kubernetes like any user; the operator acts on what it writes. */
@NullMarked
package dev.aotrollout.oncall;

import org.jspecify.annotations.NullMarked;
