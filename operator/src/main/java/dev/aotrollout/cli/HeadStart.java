package dev.aotrollout.cli;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/**
 * What the first connection to an API server would be kept waiting for, begun while the command line is still being read. Java's
 * client offers a key on P-256 beside the one on X25519, and the first one takes a tenth of a second, for a table.
 */
final class HeadStart {
    private HeadStart() {}

    /** Returns at once. */
    static void begin() {
        Thread.ofPlatform().daemon().name("head-start").start(HeadStart::greet);
    }

    /** The first message of a handshake, sent to nobody. */
    private static void greet() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            var engine = context.createSSLEngine();
            engine.setUseClientMode(true);
            engine.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
        } catch (GeneralSecurityException | SSLException _) {
            // Whoever really connects tells what is wrong.
        }
    }
}
