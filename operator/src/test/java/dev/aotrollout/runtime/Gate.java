package dev.aotrollout.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lets connections through to a port of this machine, and can forget them: they stay open, and nothing comes through any more. */
final class Gate implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int port;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();

    private Gate(int port) throws IOException {
        this.port = port;
    }

    private static final class Connection {
        private final Socket near;
        private final Socket far;
        private volatile boolean forgotten;

        Connection(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        void begin() throws IOException {
            pass(near.getInputStream(), far.getOutputStream());
            pass(far.getInputStream(), near.getOutputStream());
        }

        private void pass(InputStream from, OutputStream to) {
            Thread.ofVirtual().start(() -> {
                var buffer = new byte[16_384];
                try {
                    for (int read = from.read(buffer); read >= 0; read = from.read(buffer))
                        if (!forgotten) to.write(buffer, 0, read);
                } catch (IOException _) {
                    // An end like the other.
                }
                if (!forgotten) close();
            });
        }

        void close() {
            try (near;
                    far) {
                forgotten = true;
            } catch (IOException _) {
                // It is gone either way.
            }
        }
    }

    static Gate to(int port) throws IOException {
        var gate = new Gate(port);
        Thread.ofVirtual().start(gate::serve);
        return gate;
    }

    private void serve() {
        try {
            while (true) {
                var near = server.accept();
                var connection = new Connection(near, new Socket(InetAddress.getLoopbackAddress(), port));
                connections.add(connection);
                connection.begin();
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** Those that there are. */
    void forget() {
        connections.forEach(connection -> connection.forgotten = true);
    }

    @Override
    public void close() throws IOException {
        server.close();
        connections.forEach(Connection::close);
    }
}
