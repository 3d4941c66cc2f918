package dev.aotrollout.cli;

import dev.aotrollout.json.KubernetesJson;
import dev.aotrollout.runtime.WarmUp;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/** What the first connection to an API server would be kept waiting for, begun while the command line is still being read. */
final class HeadStart {
    private HeadStart() {}

    /** For a command that reads a kubeconfig; returns at once. */
    static void ofCommand() {
        begin("kubeconfig", HeadStart::learnKubeconfig);
        begin("greeting", HeadStart::greet);
    }

    /** Returns at once. */
    static void ofOperator() {
        begin("greeting", HeadStart::greet);
        begin("specimens", () -> WarmUp.learn(KubernetesJson.shared()));
    }

    private static void begin(String name, Runnable work) {
        Thread.ofPlatform().daemon().name("head-start-" + name).start(work);
    }

    /** Jackson learns a type when it first reads one. */
    private static void learnKubeconfig() {
        Serialization.unmarshal("{}", Config.class);
    }

    /** The first message of a handshake, sent to nobody: it loads what the real one needs. */
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
