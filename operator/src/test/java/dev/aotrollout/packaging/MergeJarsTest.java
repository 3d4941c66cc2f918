package dev.aotrollout.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The jar that the image and the kubectl plugin start from is all of its jars, and one that an AOT cache takes whole. */
class MergeJarsTest {
    private static final Path PROGRAM =
            Path.of(System.getProperty("aotrollout.root"), "packaging", "lib", "MergeJars.java");

    @TempDir
    Path folder;

    private final Path merged = Path.of("merged.jar");

    @Test
    void joinsProvidersAndKeepsLicences() throws Exception {
        var first =
                jar("first.jar", Map.of("META-INF/services/a.B", "one", "META-INF/LICENSE", "Apache", "x/y.txt", "y"));
        var second =
                jar("second.jar", Map.of("META-INF/services/a.B", "two", "META-INF/LICENSE", "MIT", "x/y.txt", "y"));

        assertThat(merge(first, second)).isEmpty();

        assertThat(text("META-INF/services/a.B").lines()).contains("one", "two");
        assertThat(text("META-INF/legal/first.jar/LICENSE")).isEqualTo("Apache");
        assertThat(text("META-INF/legal/second.jar/LICENSE")).isEqualTo("MIT");
        assertThat(text("x/y.txt")).isEqualTo("y");
    }

    @Test
    void startsLikeTheFirstWithoutItsClassPath() throws Exception {
        var first = jar("first.jar", Map.of(JarFile.MANIFEST_NAME, """
                Manifest-Version: 1.0
                Main-Class: a.Main
                Implementation-Version: 1.2.3
                Class-Path: lib/second.jar
                """));
        var second = jar("second.jar", Map.of(JarFile.MANIFEST_NAME, "Manifest-Version: 1.0\nMain-Class: b.Main\n"));

        assertThat(merge(first, second)).isEmpty();

        assertThat(text(JarFile.MANIFEST_NAME))
                .contains("Main-Class: a.Main", "Implementation-Version: 1.2.3")
                .doesNotContain("Class-Path");
    }

    @Test
    void keepsTheCoordinatesOfEach() throws Exception {
        var first = jar(
                "first.jar",
                Map.of("META-INF/maven/g/a/pom.properties", "version=1", "META-INF/maven/g/a/pom.xml", "<a/>"));
        var second = jar("second.jar", Map.of("META-INF/maven/g/b/pom.properties", "version=2"));

        assertThat(merge(first, second)).isEmpty();

        assertThat(text("META-INF/maven/g/a/pom.properties")).isEqualTo("version=1");
        assertThat(text("META-INF/maven/g/b/pom.properties")).isEqualTo("version=2");
        try (var jar = new JarFile(folder.resolve(merged).toFile())) {
            assertThat(jar.getEntry("META-INF/maven/g/a/pom.xml")).isNull();
        }
    }

    @Test
    void refusesTwoFilesOfOneName() throws Exception {
        var first = jar("first.jar", Map.of("a.txt", "one"));
        var second = jar("second.jar", Map.of("a.txt", "two"));

        assertThat(merge(first, second)).contains("a.txt is another one in", "second.jar than in a jar before it");
        assertThat(folder.resolve(merged)).doesNotExist();
    }

    @Test
    void saysHowItIsCalled() throws Exception {
        assertThat(merge()).contains("usage: MergeJars OUT JAR...");
    }

    @Test
    void oldClassesGetStackMapsAndVerify() throws Exception {
        var picocli = jarOf(CommandLine.class);
        assertThat(versions(picocli)).anyMatch(version -> version < 50);

        assertThat(merge(picocli)).isEmpty();

        assertThat(versions(folder.resolve(merged))).allMatch(version -> version >= 50);
        try (var loader = new URLClassLoader(
                new URL[] {folder.resolve(merged).toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            for (var name : classes(folder.resolve(merged))) Class.forName(name, true, loader);
        }
    }

    @Test
    void isTheSameForTheSame() throws Exception {
        var picocli = jarOf(CommandLine.class);
        merge(picocli);
        var once = Files.readAllBytes(folder.resolve(merged));
        merge(picocli);

        assertThat(folder.resolve(merged)).hasBinaryContent(once);
    }

    /** What it had to say; nothing where all is well. */
    private String merge(Path... jars) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", PROGRAM.toString()));
        if (jars.length > 0) command.add(merged.toString());
        for (var jar : jars) command.add(jar.toString());
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor() == 0).as(said).isEqualTo(said.isEmpty());
        return said;
    }

    private Path jar(String name, Map<String, String> entries) throws IOException {
        var file = folder.resolve(name);
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            if (!entries.containsKey(JarFile.MANIFEST_NAME))
                write(jar, JarFile.MANIFEST_NAME, "Manifest-Version: 1.0\n");
            for (var entry : entries.entrySet()) write(jar, entry.getKey(), entry.getValue());
        }
        return file;
    }

    private static void write(JarOutputStream jar, String name, String text) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String text(String name) throws IOException {
        try (var jar = new JarFile(folder.resolve(merged).toFile())) {
            return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static List<String> classes(Path file) throws IOException {
        try (var jar = new JarFile(file.toFile())) {
            return names(jar)
                    .map(name -> name.replace('/', '.').replaceAll("\\.class$", ""))
                    .toList();
        }
    }

    private static Stream<String> names(JarFile jar) {
        return jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.endsWith(".class") && !name.contains("module-info"));
    }

    /** The major versions of the classes. */
    private static List<Integer> versions(Path file) throws IOException {
        var versions = new ArrayList<Integer>();
        try (var jar = new JarFile(file.toFile())) {
            for (var name : names(jar).toList())
                try (var content = jar.getInputStream(jar.getEntry(name))) {
                    versions.add((int) content.readNBytes(8)[7]);
                }
        }
        return versions;
    }
}
