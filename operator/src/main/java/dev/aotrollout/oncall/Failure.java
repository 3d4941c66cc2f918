package dev.aotrollout.oncall;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Refused;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What an API server answered, or that it did not, as one line with the remedy. */
final class Failure {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private Failure() {}

    static boolean isConflict(KubernetesClientException e) {
        return e.getCode() == CONFLICT;
    }

    /** Whether the object is missing; not so where its whole kind is. */
    static boolean isMissingObject(KubernetesClientException e) {
        var status = e.getStatus();
        return e.getCode() == NOT_FOUND
                && status != null
                && status.getDetails() != null
                && status.getDetails().getName() != null
                && !status.getDetails().getName().isEmpty();
    }

    /** Whether our kinds are unknown to the API server. */
    static boolean isMissingKind(KubernetesClientException e) {
        return e.getCode() == NOT_FOUND && !isMissingObject(e);
    }

    /** {@code doing} names what was tried, such as {@code pausing AOTRollout shop/checkout}. */
    static Refused of(KubernetesClientException e, Config config, String doing) {
        return switch (e.getCode()) {
            case UNAUTHORIZED ->
                new Refused(
                        ExitCode.FORBIDDEN,
                        "%s: the cluster at %s does not accept your credentials (401)%s; log in again"
                                .formatted(doing, config.getMasterUrl(), context(config)));
            case FORBIDDEN -> forbidden(e, doing);
            case NOT_FOUND -> missing(e, config, doing);
            case CONFLICT ->
                new Refused(ExitCode.REFUSED, "%s: somebody else was faster: %s".formatted(doing, said(e)));
            default ->
                e.getCode() >= 400
                        ? new Refused(
                                ExitCode.UNUSABLE,
                                "%s: the API server refuses (%s): %s".formatted(doing, e.getCode(), said(e)))
                        : unreachable(e, config);
        };
    }

    private static Refused forbidden(KubernetesClientException e, String doing) {
        var said = said(e);
        var byRole = said.contains(" cannot ");
        if (said.equals("Forbidden")) // the client does not pass on why a watch is refused
        return new Refused(
                    ExitCode.FORBIDDEN,
                    doing + ": forbidden; ask for a Role or ClusterRole with the verbs list and watch on aotrollouts."
                            + AotRollout.GROUP);
        return new Refused(
                ExitCode.FORBIDDEN,
                "%s: %s%s".formatted(doing, said, byRole ? "; ask for a Role or ClusterRole with that verb" : ""));
    }

    private static Refused missing(KubernetesClientException e, Config config, String doing) {
        if (isMissingObject(e)) return new Refused(ExitCode.NOT_FOUND, "%s: %s".formatted(doing, said(e)));
        return new Refused(
                ExitCode.UNUSABLE,
                "%s: the cluster at %s does not know %s%s: install the chart (or kubectl apply --server-side -f crds/), or choose another --context"
                        .formatted(doing, config.getMasterUrl(), AotRollout.GROUP, context(config)));
    }

    private static Refused unreachable(KubernetesClientException e, Config config) {
        var remedy = isOfTls(e)
                ? "are its certificates those of the kubeconfig?"
                : "is it up, and is this the right context (kubectl config get-contexts)?";
        return new Refused(
                ExitCode.UNUSABLE,
                "cannot reach the cluster at %s%s: %s; %s"
                        .formatted(config.getMasterUrl(), context(config), rootMessage(e), remedy));
    }

    private static String context(Config config) {
        var current = config.getCurrentContext();
        return current == null ? "" : " (context " + current.getName() + ")";
    }

    private static String said(KubernetesClientException e) {
        Status status = e.getStatus();
        var text = status == null || status.getMessage() == null ? rootMessage(e) : status.getMessage();
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Of the innermost cause that has something to say. */
    static String rootMessage(Throwable e) {
        var root = root(e);
        var message = root.getMessage();
        var type = root.getClass().getSimpleName();
        var text = message == null || message.isBlank()
                ? type.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT)
                : message;
        return text.lines().findFirst().orElse(type).strip();
    }

    private static boolean isOfTls(@Nullable Throwable e) {
        return e != null && (e instanceof SSLException || isOfTls(e.getCause()));
    }

    private static Throwable root(Throwable e) {
        var cause = e.getCause();
        return cause == null ? e : root(cause);
    }
}
