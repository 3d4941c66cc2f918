package dev.aotrollout.workload;

import io.fabric8.kubernetes.api.model.apps.Deployment;

/** The AOT Deployment that follows from the JIT one, or why there can be none. */
public sealed interface Derived {

    /** The Deployment, with the fields that we own and no others: ready for server-side apply. */
    record Ready(Deployment deployment) implements Derived {}

    /** One sentence that names the objects and the remedy. */
    record Refused(String why) implements Derived {}
}
