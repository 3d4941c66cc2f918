package dev.aotrollout.observe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Which certificates a server may be signed by, and what to do where it is not. */
final class Trust {
    private Trust() {}

    /** Trusts the certificates in {@code pem} and no other. */
    static SSLContext in(String pem) throws GeneralSecurityException, IOException {
        var certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
        if (certificates.isEmpty()) throw new CertificateException("no certificate in it");
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        var number = 0;
        for (var certificate : certificates) store.setCertificateEntry("ca-" + number++, certificate);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** What a failed handshake means to a user. */
    static String explain(Throwable handshake) {
        var causes =
                Stream.iterate(handshake, Objects::nonNull, Throwable::getCause).toList();
        if (causes.stream().anyMatch(CertificateExpiredException.class::isInstance))
            return "TLS: its certificate has expired: renew it";
        if (causes.stream().anyMatch(CertificateNotYetValidException.class::isInstance))
            return "TLS: its certificate is not valid yet: compare the clocks";
        if (causes.stream().anyMatch(CertPathBuilderException.class::isInstance)
                || causes.stream().anyMatch(CertPathValidatorException.class::isInstance))
            return "TLS: its certificate is signed by an unknown authority:"
                    + " set metrics.prometheus.caSecret to the certificate of that authority";
        return causes.stream()
                .filter(CertificateException.class::isInstance)
                .reduce((_, innermost) -> innermost)
                .map(c -> "TLS: " + c.getMessage() + ": use a name of its certificate in metrics.prometheus.url")
                .orElse("TLS: " + handshake.getMessage());
    }
}
