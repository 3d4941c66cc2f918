package dev.aotrollout.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Argo CD's own code, and kstatus, asked about objects: the program of {@code testbed/go/argocd}. */
final class ArgoCd {
    private static final Path PROGRAM = KubeApi.cacheFolder().resolve("bin/argocd");
    private static final Path CUSTOMIZATIONS = KubeApi.ROOT.resolve("argocd/argocd-cm-patch.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What Argo CD and kstatus say of one object. */
    record Verdict(String health, String message, String kstatus) {}

    private final Path folder;

    ArgoCd(Path folder) {
        this.folder = folder;
    }

    Verdict judge(HasMetadata object) {
        var file = file(object);
        var health = ask("health", CUSTOMIZATIONS, file);
        var kstatus = ask("kstatus", file);
        var verdict = new Verdict(
                health.path("status").asText(),
                health.path("message").asText(),
                kstatus.path("status").asText());
        System.out.printf(
                "Argo CD %-11s kstatus %-10s %s: %s%n",
                verdict.health(), verdict.kstatus(), object.getKind(), verdict.message());
        return verdict;
    }

    /** Those that can be clicked. */
    Set<String> actions(HasMetadata object) {
        var names = new TreeSet<String>();
        ask("actions", CUSTOMIZATIONS, file(object)).path("enabled").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** The object after an action. */
    <T extends HasMetadata> T act(T object, String action, String... parameters) {
        var arguments = Stream.concat(Stream.of("act", CUSTOMIZATIONS, file(object), action), Stream.of(parameters));
        var acted = ask(arguments.toArray());
        if (!acted.path("operation").asText().equals("patch")) throw new AssertionError(acted);
        @SuppressWarnings("unchecked")
        var type = (Class<T>) object.getClass();
        return Serialization.unmarshal(acted.path("object").toString(), type);
    }

    /** {@code diff} or {@code sync} of a manifest under an Application. */
    JsonNode compare(String command, Path application, String manifest) {
        try {
            return ask(command, application, Files.writeString(folder.resolve("target.yaml"), manifest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(HasMetadata object) {
        try {
            return Files.writeString(folder.resolve(object.getKind() + ".yaml"), Serialization.asYaml(object));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode ask(Object... arguments) {
        var command = Stream.concat(Stream.of(PROGRAM), Stream.of(arguments))
                .map(Object::toString)
                .toList();
        try {
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            var config = Files.writeString(
                    folder.resolve("kubeconfig"), KubeApi.get().kubeconfig());
            builder.environment().put("KUBECONFIG", config.toString());
            var process = builder.start();
            var output = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) throw new AssertionError(command + " failed; its error is above");
            return JSON.readTree(output);
        } catch (IOException e) {
            throw new UncheckedIOException("run testbed/build argocd", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names of the backends of each rule, with their weights. */
    static List<String> backends(JsonNode route) {
        return StreamSupport.stream(route.at("/spec/rules").spliterator(), false)
                .map(rule -> {
                    var refs = new StringBuilder();
                    for (var ref : rule.path("backendRefs"))
                        refs.append(refs.isEmpty() ? "" : " ")
                                .append(ref.path("name").asText())
                                .append(":")
                                .append(ref.path("weight").asText("-"));
                    return refs.toString();
                })
                .toList();
    }
}
