/** Desired Deployments and Services of both tracks. Returns objects, writes nothing. */
@NullMarked
package dev.aotrollout.workload;

import org.jspecify.annotations.NullMarked;
