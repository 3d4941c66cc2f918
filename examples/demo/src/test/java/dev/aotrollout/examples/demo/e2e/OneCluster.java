package dev.aotrollout.examples.demo.e2e;

import dev.aotrollout.examples.demo.cluster.Project;
import dev.aotrollout.examples.demo.cluster.Testbed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the cluster before the first scenario and ends it after the last one, also on Ctrl-C; skips, and says why, where none can run. */
final class OneCluster implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(OneCluster.class);

    /** Ended by JUnit after the last test, or by the JVM when that never comes. */
    private static final class Holder implements AutoCloseable {
        private final Thread atExit = new Thread(this::end, "end-of-e2e");
        private @Nullable E2e e2e;

        Holder(Project project) {
            try {
                e2e = E2e.start(project);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the cluster was started", e);
            }
            Runtime.getRuntime().addShutdownHook(atExit);
        }

        private synchronized E2e get() {
            return Optional.ofNullable(e2e).orElseThrow();
        }

        private synchronized void end() {
            if (e2e != null) {
                e2e.close();
                e2e = null;
            }
        }

        @Override
        public void close() {
            end();
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        var obstacle = Testbed.obstacle(Project.current());
        if (obstacle.isPresent()) {
            System.out.println("End-to-end tests are skipped: " + obstacle.get());
            Assumptions.abort(obstacle.get());
        }
        holder(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(E2e.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return holder(context).get();
    }

    private static Holder holder(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("cluster", _ -> new Holder(Project.current()), Holder.class);
    }
}
