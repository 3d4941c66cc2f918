package dev.aotrollout.observe;

/** By which of its own metrics a process proves how it was built. */
public enum BuildProof {
    /** .NET: methods that were compiled at run time; Native AOT always reports 0. */
    DOTNET_COMPILED_METHODS,
    /** Java: the virtual machine's name; native images say Substrate VM. */
    JVM_NAME,
    /** Nothing proves it: a HotSpot JVM with and without an AOT cache names itself the same way. */
    NONE
}
