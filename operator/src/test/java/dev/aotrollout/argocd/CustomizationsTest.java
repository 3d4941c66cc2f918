package dev.aotrollout.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What users give Argo CD is made of the Lua files: {@code -Dargocd.update=true} makes it anew. */
class CustomizationsTest {
    private static final Path ROOT = Path.of(System.getProperty("aotrollout.root"));
    private static final Path FOLDER = ROOT.resolve("argocd/resource_customizations/aotrollout.dev");
    private static final Path PATCH = ROOT.resolve("argocd/argocd-cm-patch.yaml");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final String HEAD = """
            # Generated from resource_customizations/ by CustomizationsTest; do not edit.
            # kubectl patch configmap argocd-cm -n argocd --patch-file argocd-cm-patch.yaml
            # With Argo CD's Helm chart, what is under data goes under configs.cm.
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: argocd-cm
              namespace: argocd
            data:
            """;

    @Test
    void thePatchIsMadeOfTheLuaFiles() throws IOException {
        var made = HEAD + kinds().stream().map(CustomizationsTest::entries).collect(Collectors.joining());
        if (Boolean.getBoolean("argocd.update")) Files.writeString(PATCH, made);

        assertThat(PATCH).hasContent(made);
    }

    @Test
    void everyKindHasAHealth() throws IOException {
        var kinds = new TreeSet<String>();
        try (var files = Files.list(ROOT.resolve("crds"))) {
            for (var file : files.toList())
                kinds.add(YAML.readTree(file.toFile()).at("/spec/names/kind").asText());
        }

        assertThat(kinds()).isEqualTo(kinds).hasSize(7);
    }

    /** Argo CD runs them without the libraries string and math. */
    @Test
    void everyScriptReachesThePatchWhole() throws IOException {
        var data = YAML.readTree(PATCH.toFile()).path("data");
        for (var kind : kinds()) {
            assertThat(data.path("resource.customizations.health.aotrollout.dev_" + kind)
                            .asText())
                    .isEqualTo(text(FOLDER.resolve(kind).resolve("health.lua")));
        }
        var actions = YAML.readTree(data.path("resource.customizations.actions.aotrollout.dev_AOTRollout")
                .asText());
        assertThat(actions.path("definitions"))
                .extracting(action -> action.path("name").asText())
                .containsExactly("abort", "pause", "promote", "promote-full", "resume", "retry");
        for (JsonNode action : actions.path("definitions"))
            assertThat(action.path("action.lua").asText())
                    .isEqualTo(text(FOLDER.resolve(
                            "AOTRollout/actions/" + action.path("name").asText() + "/action.lua")));
    }

    private static Set<String> kinds() {
        return new TreeSet<>(names(FOLDER));
    }

    private static List<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String entries(String kind) {
        var folder = FOLDER.resolve(kind);
        var health = "  resource.customizations.health.aotrollout.dev_%s: |\n%s"
                .formatted(kind, indented(4, folder.resolve("health.lua")));
        var actions = folder.resolve("actions");
        if (!Files.exists(actions)) return health;
        var made = new StringBuilder(health)
                .append("  resource.customizations.actions.aotrollout.dev_%s: |\n".formatted(kind))
                .append("    discovery.lua: |\n")
                .append(indented(6, actions.resolve("discovery.lua")))
                .append("    definitions:\n");
        for (var name : names(actions))
            if (!name.equals("discovery.lua"))
                made.append("    - name: %s\n      action.lua: |\n".formatted(name))
                        .append(indented(8, actions.resolve(name).resolve("action.lua")));
        return made.toString();
    }

    private static String indented(int spaces, Path file) {
        return text(file)
                .lines()
                .map(line -> line.isEmpty() ? "\n" : " ".repeat(spaces) + line + "\n")
                .collect(Collectors.joining());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
