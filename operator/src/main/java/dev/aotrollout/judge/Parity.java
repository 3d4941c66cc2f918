package dev.aotrollout.judge;

import java.util.List;

/** In what the pods of the tracks differ beside the build, as far as it bears on a comparison. */
public record Parity(List<Difference> differences) {
    /** In nothing. */
    public static final Parity EQUAL = new Parity(List.of());

    public Parity {
        differences = List.copyOf(differences);
    }

    /**
     * One setting.
     *
     * @param setting as a user finds it, such as {@code limits.cpu} or {@code env DOTNET_gcServer}
     * @param jit value of the JIT track; empty when it has none
     * @param aot value of the AOT track; empty when it has none
     * @param decisive whether memory, latency and CPU of the tracks cannot be compared fairly with it
     */
    public record Difference(String setting, String jit, String aot, boolean decisive) {}
}
