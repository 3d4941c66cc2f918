package dev.aotrollout.examples.demo.e2e;

import dev.aotrollout.examples.demo.cluster.DemoException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The real Helm on the cluster of the scenarios; nothing of the user's own Helm has a say. */
record Helm(Path program, Path kubeconfig, Path home) {
    /** The name of every release here. */
    static final String RELEASE = "aotrollout";

    static Helm on(Path program, Path kubeconfig, Path folder) {
        return new Helm(program, kubeconfig, folder.resolve("helm"));
    }

    /** What it printed; throws, with all of that, where it failed. */
    String run(Object... words) throws InterruptedException {
        var line = new ArrayList<>(List.of(program.toString()));
        Stream.of(words).map(Object::toString).forEach(line::add);
        try {
            Files.createDirectories(home);
            var output = Files.createTempFile(home, "helm-", ".out");
            var errors = Files.createTempFile(home, "helm-", ".err");
            var builder =
                    new ProcessBuilder(line).redirectOutput(output.toFile()).redirectError(errors.toFile());
            builder.environment().put("KUBECONFIG", kubeconfig.toString());
            for (var name : List.of("HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME")) {
                builder.environment().put(name, home.toString());
            }
            var process = builder.start();
            if (process.waitFor() != 0) {
                throw new DemoException("%s failed: %s%s"
                        .formatted(String.join(" ", line), Files.readString(output), Files.readString(errors)));
            }
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + program, e);
        }
    }
}
