package dev.aotrollout.examples.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service as a process of its own: what it says and how it ends. */
class MainTest {
    private Process process;

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void endsWithZeroOnASignalToStop() throws Exception {
        process = start(Main.class, Map.of());
        waitFor("Ready");

        process.destroy();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void saysThatTheJitBuildIgnoresADefect() throws Exception {
        process = start(Main.class, Map.of("CHECKOUT_DEFECT", "errors"));

        assertThat(waitFor("CHECKOUT_DEFECT")).contains("is ignored", "track=\"jit\"");
    }

    @Test
    void refusesAWrongSetting() throws Exception {
        process = start(Main.class, Map.of("CHECKOUT_DRAIN_SECONDS", "soon"));

        assertThat(waitFor("Refusing to start")).contains("CHECKOUT_DRAIN_SECONDS=soon is not accepted");
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
    }

    @Test
    void endsWithOneWhenItsPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0)) {
            process = start(Main.class, Map.of("HTTP_PORT", Integer.toString(taken.getLocalPort())));

            waitFor("Could not start");
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
        }
    }

    @Test
    void aCrashLooksLikeAnAbort() throws Exception {
        process = start(CrashingBuild.class, Map.of());

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(134);
    }

    /** An AOT build that crashes after its first answer, which it gives itself. */
    static final class CrashingBuild {
        public static void main(String[] args) throws Exception {
            var settings = new Settings(0, Duration.ZERO, new Defect.Crash(Duration.ofMillis(10)), false);
            try (var client = new Client(Checkout.start(settings, Track.AOT))) {
                client.get("/cart");
                Thread.sleep(Duration.ofMinutes(1));
            }
        }
    }

    private static Process start(Class<?> main, Map<String, String> variables) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), main.getName());
        builder.environment().putAll(Map.of("HTTP_PORT", "0", "CHECKOUT_DRAIN_SECONDS", "0"));
        builder.environment().putAll(variables);
        return builder.redirectErrorStream(true).start();
    }

    private String waitFor(String words) throws IOException {
        BufferedReader output = process.inputReader();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(words)) {
                return line;
            }
        }
        throw new AssertionError("the service never said: " + words);
    }
}
