package dev.aotrollout.workload;

/** Who decides how many JIT pods run. */
public sealed interface Owner {

    /** Nobody else: we may. */
    record Ours() implements Owner {}

    /** An autoscaler, which would undo what we write: its minimum is the way to ask for more. */
    record Autoscaler(String name, int minReplicas) implements Owner {}

    /** A field manager that applies the number again and again, from Git for instance. */
    record GitOps(String manager) implements Owner {}
}
