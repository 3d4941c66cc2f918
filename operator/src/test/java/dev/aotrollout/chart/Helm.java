package dev.aotrollout.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.runtime.KubeApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The real Helm on the chart in the checkout. */
final class Helm {
    /** The namespace that everything is rendered for. */
    static final String NAMESPACE = "aotrollout-system";

    private static final String CHART = KubeApi.ROOT.resolve("helm/aotrollout").toString();
    private static final String IMAGE = "image.repository=registry.example/aotrollout/operator";

    private static final Map<List<String>, Answer> ANSWERS = new ConcurrentHashMap<>();

    /** What Helm said. */
    record Answer(int exitCode, String output) {}

    private Helm() {}

    /** What {@code helm template} renders for a release named {@code aotrollout} with these values, such as {@code replicas=1}. */
    static Rendered template(String... values) {
        return templateOf("aotrollout", values);
    }

    /** The same for a release of another name. */
    static Rendered templateOf(String release, String... values) {
        var answer = tryTemplate(release, values);
        assertThat(answer.exitCode()).as(answer.output()).isZero();
        return Rendered.read(answer.output());
    }

    /** What {@code helm template} says to values that it may refuse. */
    static Answer tryTemplate(String release, String... values) {
        var words = new ArrayList<>(List.of("template", release, CHART, "--namespace", NAMESPACE));
        words.addAll(set(values));
        return run(words);
    }

    /** What {@code helm lint --strict} says. */
    static Answer lint(String... values) {
        var words = new ArrayList<>(List.of("lint", "--strict", CHART));
        words.addAll(set(values));
        return run(words);
    }

    private static List<String> set(String... values) {
        var words = new ArrayList<String>();
        for (var value : Stream.concat(Stream.of(IMAGE), Stream.of(values)).toList())
            words.addAll(List.of("--set-json", json(value)));
        return words;
    }

    /** {@code a.b=text} as {@code a.b="text"}; what is JSON already stays. */
    private static String json(String value) {
        var content = value.substring(value.indexOf('=') + 1);
        var isJson = content.matches("(?s)[\\[{\"].*|true|false|-?\\d+|null");
        return isJson ? value : value.substring(0, value.indexOf('=') + 1) + "\"" + content + "\"";
    }

    /** The same words have the same answer. */
    private static Answer run(List<String> words) {
        return ANSWERS.computeIfAbsent(List.copyOf(words), Helm::start);
    }

    private static Answer start(List<String> words) {
        var program = KubeApi.cacheFolder().resolve("bin/helm");
        if (!Files.isExecutable(program))
            throw new IllegalStateException(program + " is missing; run testbed/build helm");
        var line = new ArrayList<>(List.of(program.toString()));
        line.addAll(words);
        try {
            var folder = Files.createTempDirectory("helm-");
            var builder = new ProcessBuilder(line).redirectErrorStream(true);
            // Nothing of the user's own Helm has a say.
            for (var home : List.of("HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME"))
                builder.environment().put(home, folder.toString());
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var answer = new Answer(process.waitFor(), output);
            delete(folder);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + program, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Helm ran", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(file);
        }
    }
}
