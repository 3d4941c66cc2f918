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
        var checkout = new Checkout(settings, track);
        // Before the service is ready: from then on a signal to stop must find the hook.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(checkout), "stop"));
        try {
            checkout.serve();
        } catch (RuntimeException e) {
            LOG.error("Could not start", e);
            Runtime.getRuntime().halt(1);
        }
    }

    /**
     * Halts with 0: left alone, the JVM reports the signal as 143, which reads as a failure. Before the service was ready,
     * no router knew of it, and there is nothing to wait for.
     */
    private static void stop(Checkout checkout) {
        try {
            if (checkout.isReady()) {
                checkout.drain();
                checkout.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
