package dev.aotrollout.examples.checkout;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the service, and stops it on a signal without losing a request. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    /** Takes no arguments: the environment decides. */
    public static void main(String[] args) {
        var track = Track.ofThisProcess();
        try {
            run(Settings.read(System.getenv(), track), track);
        } catch (InvalidSettingException e) {
            LOG.error("Refusing to start: {}", e.getMessage());
            System.exit(2);
        }
    }

    private static void run(Settings settings, Track track) {
        if (settings.defectIsIgnored()) {
            LOG.atInfo().addKeyValue("track", track.word()).log("CHECKOUT_DEFECT is ignored: this build carries none");
        }
        var checkout = Checkout.start(settings, track);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(checkout), "stop"));
    }

    /** Halts with 0: left alone, the JVM reports the signal as 143, which reads as a failure. */
    private static void stop(Checkout checkout) {
        try (checkout) {
            checkout.drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }
}
