// SPDX-License-Identifier: Apache-2.0
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/**
 * {@code MergeJars OUT JAR...}: one jar of many, for a faster start. Each missing class or resource that a library asks for is
 * looked up in every jar of the class path, and opening sixty takes longer than many a command.
 *
 * <p>The manifest is that of the first. Lists of service providers are joined, licences are kept under {@code META-INF/legal}.
 * Classes that were compiled for Java 5 or older get the stack maps of newer ones: without them the JVM verifies a class anew at each
 * start, and no AOT cache takes it. The result is the same, byte for byte, for the same jars. Two different files of one name are
 * an error, exit code 1.
 */
final class MergeJars {
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    /** The first version whose classes carry stack maps, and one that all of them may have. */
    private static final int STACK_MAPS = 50;

    private static final int MODERN = 52;

    private final TreeMap<String, byte[]> entries = new TreeMap<>();
    private final ClassFile classes;

    private MergeJars(List<Path> jars) throws IOException {
        var urls = new URL[jars.size()];
        for (var i = 0; i < urls.length; i++) urls[i] = jars.get(i).toUri().toURL();
        var types = ClassHierarchyResolver.ofResourceParsing(new URLClassLoader(urls));
        classes = ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS,
                ClassHierarchyResolverOption.of(types.orElse(ClassHierarchyResolver.defaultResolver())));
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err.println("usage: MergeJars OUT JAR...");
            System.exit(2);
        }
        var jars = Arrays.stream(args).skip(1).map(Path::of).toList();
        var merged = new MergeJars(jars);
        try {
            for (var jar : jars) merged.add(jar);
        } catch (IllegalStateException e) {
            System.err.println("MergeJars: " + e.getMessage());
            System.exit(1);
        }
        merged.write(Path.of(args[0]), jars.getFirst());
    }

    private void add(Path file) throws IOException {
        try (var jar = new JarFile(file.toFile())) {
            for (var entry : Collections.list(jar.entries())) {
                if (entry.isDirectory() || isOfTheJar(entry.getName())) continue;
                add(file, entry.getName(), jar.getInputStream(entry).readAllBytes());
            }
        }
    }

    /** What says something of one jar alone: its manifest, module, project, indexes and signatures; not its coordinates, which scanners read. */
    private static boolean isOfTheJar(String name) {
        return name.equals(JarFile.MANIFEST_NAME)
                || name.endsWith("module-info.class")
                || name.startsWith("META-INF/maven/") && !name.endsWith("/pom.properties")
                || name.matches("META-INF/([^/]+\\.(SF|RSA|DSA|EC)|jandex\\.idx|INDEX\\.LIST)");
    }

    private void add(Path jar, String name, byte[] content) {
        if (name.matches("META-INF/(LICENSE|NOTICE|DEPENDENCIES)[^/]*"))
            entries.put("META-INF/legal/%s/%s".formatted(jar.getFileName(), name.substring("META-INF/".length())), content);
        else if (name.startsWith("META-INF/services/")) entries.merge(name, content, MergeJars::joined);
        else {
            var other = entries.put(name, name.endsWith(".class") ? modern(content) : content);
            if (other != null && !Arrays.equals(other, entries.get(name)))
                throw new IllegalStateException("%s is another one in %s than in a jar before it".formatted(name, jar));
        }
    }

    private static byte[] joined(byte[] some, byte[] more) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(some);
        all.write('\n');
        all.writeBytes(more);
        return all.toByteArray();
    }

    private byte[] modern(byte[] content) {
        var old = classes.parse(content);
        if (old.majorVersion() >= STACK_MAPS) return content;
        ClassTransform version = (builder, element) -> {
            if (element instanceof ClassFileVersion) builder.withVersion(MODERN, 0);
            else builder.with(element);
        };
        // The code has to be built anew for its stack maps.
        return classes.transformClass(old, version.andThen(ClassTransform.transformingMethodBodies((builder, element) -> builder.with(element))));
    }

    private void write(Path out, Path first) throws IOException {
        try (var jar = new JarFile(first.toFile());
                var file = new JarOutputStream(Files.newOutputStream(out))) {
            var manifest = jar.getManifest();
            manifest.getMainAttributes().remove(Name.CLASS_PATH);
            manifest.getMainAttributes().put(Name.MULTI_RELEASE, "true");
            file.putNextEntry(timed(JarFile.MANIFEST_NAME));
            manifest.write(file);
            for (var entry : entries.entrySet()) {
                file.putNextEntry(timed(entry.getKey()));
                file.write(entry.getValue());
            }
        }
    }

    private static ZipEntry timed(String name) {
        var entry = new JarEntry(name);
        entry.setTimeLocal(TIME);
        return entry;
    }
}
