package dev.aotrollout.examples.demo.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One context of the user's kubeconfig, alone in a file of its own, so that the operator needs no choice. */
public final class KubeContext {
    private KubeContext() {}

    /** Writes it where only this user can read it; the file goes when this program ends. */
    public static Path write(String context) throws InterruptedException {
        var view = Command.of("kubectl", "config", "view", "--raw", "--minify", "--flatten", "--context=" + context)
                .collect();
        if (view.exitCode() != 0) {
            throw new DemoException("kubectl does not know the context %s: %s; see kubectl config get-contexts"
                    .formatted(context, view.output()));
        }
        try {
            var file = Files.createTempFile("aotrollout-demo-", ".kubeconfig");
            file.toFile().deleteOnExit();
            return Files.writeString(file, view.output());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a kubeconfig for the context " + context, e);
        }
    }
}
