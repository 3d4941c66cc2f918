package dev.aotrollout.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PrometheusTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path directory;

    @Test
    void trustsTheGivenCertificate() throws Exception {
        var keys = keys("good", "-validity", "2");
        try (var server = server(keys)) {
            assertThat(ask(server, "127.0.0.1", pem(keys))).isInstanceOf(Series.class);
        }
    }

    @Test
    void anUnknownAuthorityNamesTheFieldToSet() throws Exception {
        try (var server = server(keys("unknown", "-validity", "2"))) {
            assertThat(why(ask(server, "127.0.0.1", "")))
                    .endsWith("TLS: its certificate is signed by an unknown authority:"
                            + " set metrics.prometheus.caSecret to the certificate of that authority");
            assertThat(why(ask(server, "127.0.0.1", pem(keys("other", "-validity", "2")))))
                    .contains("signed by an unknown authority");
        }
    }

    @Test
    void anExpiredCertificateIsSaid() throws Exception {
        var authority = keys("authority", "-validity", "365", "-ext", "bc=ca:true");
        var keys = signedBy(authority, "expired", "-startdate", "-20d", "-validity", "10");
        try (var server = server(keys)) {
            assertThat(why(ask(server, "127.0.0.1", pem(authority))))
                    .endsWith("TLS: its certificate has expired: renew it");
        }
    }

    @Test
    void aCertificateForAnotherNameIsSaid() throws Exception {
        var keys = keys("other-name", "-validity", "2");
        try (var server = server(keys)) {
            assertThat(why(ask(server, "localhost", pem(keys))))
                    .contains("TLS: ", "localhost", "use a name of its certificate in metrics.prometheus.url");
        }
    }

    @Test
    void whatIsNoCertificateIsSaid() throws Exception {
        try (var server = server(keys("unused", "-validity", "2"))) {
            assertThat(why(ask(server, "127.0.0.1", "not a certificate")))
                    .contains("metrics.prometheus.caSecret holds no PEM certificate");
        }
    }

    private static QueryResult ask(FakeServer server, String host, String pem) {
        var url = URI.create("https://" + host + ":" + server.port());
        return new PrometheusClient(new PrometheusConnection(url, Map.of(), pem, Duration.ofSeconds(10)))
                .query("up", Instant.EPOCH);
    }

    private static String why(QueryResult result) {
        return ((Unavailable) result).why();
    }

    private FakeServer server(KeyStore keys) throws IOException, GeneralSecurityException {
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return FakeServer.withTls(context, Recorded.answer("vector.json"));
    }

    /** A key pair with a certificate for 127.0.0.1, made by the JDK's keytool. */
    private KeyStore keys(String name, String... options) throws Exception {
        keytool(name, List.of("-genkeypair", "-alias", "key", "-keyalg", "EC", "-dname", "CN=" + name), options);
        return load(name);
    }

    private KeyStore signedBy(KeyStore authority, String name, String... options) throws Exception {
        var issuer = directory.resolve("issuer.p12");
        try (var out = Files.newOutputStream(issuer)) {
            authority.store(out, PASSWORD);
        }
        keytool(
                name,
                List.of(
                        "-importkeystore",
                        "-srckeystore",
                        issuer.toString(),
                        "-srcstorepass",
                        "changeit",
                        "-srcalias",
                        "key",
                        "-destalias",
                        "ca"));
        keytool(
                name,
                List.of("-genkeypair", "-alias", "key", "-keyalg", "EC", "-dname", "CN=" + name, "-signer", "ca"),
                options);
        var keys = load(name);
        keys.deleteEntry("ca");
        return keys;
    }

    private void keytool(String name, List<String> command, String... options) throws Exception {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.addAll(command);
        if (command.contains("-genkeypair")) line.addAll(List.of("-ext", "san=ip:127.0.0.1"));
        line.addAll(List.of(options));
        var store = command.contains("-importkeystore")
                ? List.of("-destkeystore", "-deststorepass")
                : List.of("-keystore", "-storepass");
        line.addAll(List.of(store.get(0), directory.resolve(name + ".p12").toString(), store.get(1), "changeit"));
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }

    private KeyStore load(String name) throws Exception {
        return KeyStore.getInstance(directory.resolve(name + ".p12").toFile(), PASSWORD);
    }

    private static String pem(KeyStore keys) throws GeneralSecurityException {
        var bytes = keys.getCertificate("key").getEncoded();
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(bytes)
                + "\n-----END CERTIFICATE-----\n";
    }
}
