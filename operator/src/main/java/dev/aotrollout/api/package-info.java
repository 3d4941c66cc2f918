/** The shape of the resources, {@code v1alpha1}: no behaviour. May use nothing of ours; touches Jackson and Fabric8 model annotations. */
@NullMarked
package dev.aotrollout.api;

import org.jspecify.annotations.NullMarked;
