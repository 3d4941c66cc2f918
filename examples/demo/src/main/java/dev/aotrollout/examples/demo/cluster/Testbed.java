package dev.aotrollout.examples.demo.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The cluster that this machine runs for us. */
public final class Testbed implements AutoCloseable {
    /** Names the folder of a test bed that is up already; it is used, and left as it is. */
    public static final String DIR_VARIABLE = "AOTROLLOUT_TESTBED_DIR";

    private static final Pattern SETTING = Pattern.compile("(?m)^(?:export )?([A-Z_]+)=[\"']?(.*?)[\"']?$");

    private final Project project;
    private final Path dir;
    private boolean kept;

    private Testbed(Project project, Path dir, boolean kept) {
        this.project = project;
        this.dir = dir;
        this.kept = kept;
    }

    /** Why this machine cannot run it; empty where it can. */
    public static Optional<String> obstacle(Project project) throws InterruptedException {
        var answer = Command.of(project.testbed("can-run")).collect();
        return answer.exitCode() == 0 ? Optional.empty() : Optional.of(answer.output());
    }

    /** Builds what is missing and starts it, or takes the one that {@value #DIR_VARIABLE} names. */
    public static Testbed up(Project project) throws InterruptedException {
        var running = System.getenv(DIR_VARIABLE);
        if (running != null && !running.isBlank()) {
            return new Testbed(project, Path.of(running).toAbsolutePath(), true);
        }
        Command.of(project.testbed("build"), "cluster").run();
        var testbed = new Testbed(project, emptyFolder(), false);
        // When it fails or is interrupted, it undoes by itself what it did.
        Command.of(project.testbed("up"), testbed.dir).run();
        return testbed;
    }

    /** Builds both images and brings them into the cluster. */
    public void loadImages() throws InterruptedException {
        project.buildImages();
        Command.of(
                        project.testbed("import-image"),
                        dir,
                        project.images().resolve("checkout-jit.tar"),
                        project.images().resolve("checkout-aot.tar"))
                .run();
    }

    /** How it is reached. */
    public Site site() {
        var settings = settings();
        var prometheus = URI.create(setting(settings, "PROMETHEUS_URL"));
        return new Site(
                Path.of(setting(settings, "KUBECONFIG")),
                URI.create(setting(settings, "GATEWAY_URL")),
                new Site.Gateway(setting(settings, "GATEWAY_NAMESPACE"), setting(settings, "GATEWAY_NAME")),
                prometheus,
                prometheus,
                Site.Images.BUILT,
                true);
    }

    /** Builds the operator's image and brings it into the cluster. */
    public void loadOperatorImage() throws InterruptedException {
        Command.of(project.testbed("import-image"), dir, project.buildOperatorImage())
                .run();
    }

    /** The Helm that was built with it. */
    public Path helm() {
        return Path.of(setting(settings(), "HELM"));
    }

    /** What the API server was asked, one JSON object a line. */
    public Path auditLog() {
        return Path.of(setting(settings(), "AUDIT_LOG"));
    }

    /** Ends one part, such as {@code prometheus}. */
    public void stopPart(String part) throws InterruptedException {
        Command.of(project.testbed("stop-part"), dir, part).run();
    }

    /** Starts it again. */
    public void startPart(String part) throws InterruptedException {
        Command.of(project.testbed("start-part"), dir, part).run();
    }

    /** Leaves it up when this is closed; says how to end it. */
    public String keep() {
        kept = true;
        return project.testbed("down") + " " + dir;
    }

    @Override
    public void close() {
        if (!kept) {
            kept = true;
            Farewell.say(() -> Command.of(project.testbed("down"), dir).run());
        }
    }

    private Map<String, String> settings() {
        var file = dir.resolve("testbed.env");
        try {
            return SETTING.matcher(Files.readString(file))
                    .results()
                    .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2), (_, last) -> last));
        } catch (IOException e) {
            throw new DemoException("no test bed is up in " + dir + ": " + file + " cannot be read", e);
        }
    }

    private String setting(Map<String, String> settings, String name) {
        var value = settings.get(name);
        if (value == null) {
            throw new DemoException(
                    "%s says no %s; start the test bed anew".formatted(dir.resolve("testbed.env"), name));
        }
        return value;
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("aotrollout-testbed-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the test bed; set java.io.tmpdir", e);
        }
    }
}
