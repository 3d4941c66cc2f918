package dev.aotrollout.examples.demo.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where things are in the checkout. */
public record Project(Path root) {
    private static final String ROOT_PROPERTY = "aotrollout.root";

    /** The checkout that the scripts and the build name. */
    public static Project current() {
        var root = System.getProperty(ROOT_PROPERTY);
        if (root == null) {
            throw new DemoException("the folder of the checkout is unknown; start with examples/demo/run, or java -D"
                    + ROOT_PROPERTY + "=FOLDER");
        }
        return new Project(Path.of(root).toAbsolutePath().normalize());
    }

    /** Where reports and figures go. */
    public Path target() {
        return root.resolve("examples/demo/target");
    }

    /** Writes a report. */
    public void writeTarget(String name, String text) {
        var file = target().resolve(name);
        try {
            Files.createDirectories(target());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** One of our rollouts. */
    public Path rollout(String name) {
        return root.resolve("examples/demo/rollouts").resolve(name + ".yaml");
    }

    /** A file of the checkout. */
    public Path file(String path) {
        return root.resolve(path);
    }

    Path testbed(String command) {
        return Command.existing(root.resolve("testbed").resolve(command));
    }

    Path images() {
        return target().resolve("images");
    }

    /** Builds both images of the example service; fast when they are there. */
    void buildImages() throws InterruptedException {
        Command.of(Command.existing(root.resolve("examples/checkout/build-images")), images())
                .run();
    }

    List<Path> checkoutManifests() {
        return yamlFiles(root.resolve("examples/checkout/k8s"));
    }

    List<Path> crds() {
        return yamlFiles(root.resolve("crds"));
    }

    /** The operator's jar; its class path lies beside it. */
    public Path operatorJar() {
        var folder = root.resolve("operator/target");
        return files(folder, "aotrollout-operator-*.jar").stream()
                .filter(jar -> !jar.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                .findFirst()
                .orElseThrow(() ->
                        new DemoException("no operator jar in " + folder + "; build it with mvn -DskipTests package"));
    }

    /** Builds the operator's image for this machine; fast when it is there. */
    Path buildOperatorImage() throws InterruptedException {
        Command.of(Command.existing(root.resolve("packaging/build-image")), images())
                .run();
        return files(images(), "aotrollout-operator-*.tar").stream()
                .findFirst()
                .orElseThrow(() -> new DemoException("packaging/build-image wrote no archive to " + images()));
    }

    /** The name of the operator's image. */
    public String operatorImageName() {
        var jar = operatorJar().getFileName().toString();
        return "aotrollout/operator:" + jar.substring("aotrollout-operator-".length(), jar.length() - ".jar".length());
    }

    private static List<Path> yamlFiles(Path folder) {
        var found = files(folder, "*.yaml");
        if (found.isEmpty()) {
            throw new DemoException("no YAML file in " + folder + "; check out the whole repository");
        }
        return found;
    }

    private static List<Path> files(Path folder, String glob) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var stream = Files.newDirectoryStream(folder, glob)) {
            var found = new ArrayList<Path>();
            stream.forEach(found::add);
            return found.stream().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
