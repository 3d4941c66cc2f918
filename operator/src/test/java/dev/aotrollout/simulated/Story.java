package dev.aotrollout.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.decision.Outlook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What happened, one line a change; {@code -Dstory.update=true} writes the golden files anew. */
final class Story {
    private static final Path FOLDER =
            Path.of(System.getProperty("aotrollout.root"), "operator/src/test/resources/simulation");
    private static final int WIDTH = 90;

    private final StringBuilder text = new StringBuilder();
    private String last = "";

    /** Somebody or something other than the operator acts. */
    void event(long now, String what) {
        line(now, "-- " + what);
    }

    void trouble(long now, String what) {
        if (last.equals(what)) return;
        last = what;
        line(now, "!! " + what);
    }

    /** A line where the step, a weight or the decision differs from the line before. */
    void look(Cluster cluster, Outlook outlook) {
        var state = outlook.after();
        var decision = outlook.decision();
        var kind = decision.getClass().getSimpleName();
        var asked = outlook.desired().weight();
        var key = "%s %d %d %d %s %s"
                .formatted(state.revision(), state.step(), asked, cluster.gateway.servedAot(), kind, decision.reason());
        if (key.equals(last)) return;
        last = key;
        line(
                cluster.now(),
                "step %d/%d  asked %3d  served %3d  jit %d/%d  aot %d/%d  %s %s: %s"
                        .formatted(
                                state.step() + 1,
                                outlook.plan().steps().size(),
                                asked,
                                cluster.gateway.servedAot(),
                                cluster.jit.ready(),
                                cluster.jit.replicas(),
                                cluster.aot.ready(),
                                cluster.aot.replicas(),
                                kind,
                                decision.reason(),
                                shortened(decision.message())));
    }

    private static String shortened(String message) {
        return message.length() <= WIDTH ? message : message.substring(0, WIDTH) + "...";
    }

    private void line(long now, String what) {
        text.append(String.format(Locale.ROOT, "%02d:%02d:%02d  %s%n", now / 3600, now / 60 % 60, now % 60, what));
    }

    void end(Cluster cluster) {
        var status = cluster.api.latest().getStatus();
        line(
                cluster.now(),
                "== %s, weight %d, JIT %d pods, AOT %d pods"
                        .formatted(
                                status.phase(), cluster.gateway.servedAot(), cluster.jit.ready(), cluster.aot.ready()));
    }

    void compare(String name) {
        var file = FOLDER.resolve(name + ".story");
        try {
            if (Boolean.getBoolean("story.update")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(file)
                    .as("run: mvn -B -f operator/pom.xml test -Dtest=SimulationTest -Dstory.update=true")
                    .exists();
            assertThat(text.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
