package dev.aotrollout.oncall;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aotrollout.api.AotApproval;
import dev.aotrollout.api.AotApprovalSpec;
import dev.aotrollout.decision.Moments;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Output;
import dev.aotrollout.terminal.Spans;
import dev.aotrollout.terminal.WallClock;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs for the next step, as the user that the cluster knows. */
@Command(
        name = "approve",
        description = {
            "Approves the step that a rollout waits to begin: its revision at its weight, as the user that the cluster knows you by.",
            "Creates an AOTApproval. Deleting that takes the approval back as long as the step has not begun."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 approved, 2 the cluster cannot be asked, 4 not found, 5 forbidden, 6 nothing is pending, or your approval would not count.",
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} approve checkout -n shop --why \"memory -54 %%, errors as JIT\"",
            "  ${ROOT-COMMAND-NAME} approve checkout -n shop --for 24h"
        })
public final class ApproveCommand implements Callable<Integer> {
    @Mixin
    private Output output = new Output();

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    @Parameters(paramLabel = "NAME", description = "Name of the AOTRollout.")
    private String name = "";

    @Option(names = "--why", paramLabel = "TEXT", description = "Why, for the record.")
    private @Nullable String why;

    @Option(
            names = "--for",
            paramLabel = "SPAN",
            converter = Spans.class,
            description = "How long it counts, such as 24h. Default: as long as the step says.")
    private @Nullable Duration span;

    @Option(names = "--dry-run", description = "Ask the API server whether it would take it; create nothing.")
    private boolean dryRun;

    /** What is printed with {@code -o json}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answered(
            String namespace,
            String rollout,
            @Nullable String approval,
            String approver,
            String revision,
            int weight,
            int have,
            int required,
            boolean dryRun) {}

    @Override
    public Integer call() {
        try (var cluster = options.open()) {
            var standing = new Standing(cluster.rollout(name));
            var pending = PendingApproval.of(standing);
            var user = cluster.user();
            pending.refuse(user);
            var created = create(cluster, approval(standing, pending, user));
            var have = pending.have() + 1;
            if (output.isData())
                output.data(new Answered(
                        standing.namespace(),
                        name,
                        created.getMetadata().getName(),
                        user,
                        pending.revision(),
                        pending.weight(),
                        have,
                        pending.required(),
                        dryRun));
            else output.line(sentence(standing, pending, user, have));
            return ExitCode.FINE;
        }
    }

    private String sentence(Standing standing, PendingApproval pending, String user, int have) {
        var missing = pending.required() - have;
        return "%s: %s approves weight %s of revision %s; %s%s"
                .formatted(
                        standing.label(),
                        user,
                        pending.weight(),
                        pending.revision(),
                        missing > 0
                                ? "%s of %s, %s more needed".formatted(have, pending.required(), missing)
                                : "nobody else is needed, the step begins when everything else is done for it",
                        dryRun ? " (dry run: nothing was created)" : "");
    }

    private AotApproval approval(Standing standing, PendingApproval pending, String user) {
        var approval = new AotApproval();
        approval.setMetadata(new ObjectMetaBuilder()
                .withGenerateName("%s-%s-".formatted(name, pending.weight()))
                .withNamespace(standing.namespace())
                .build());
        var expires = span == null ? null : Moments.text(WallClock.now().plus(span));
        approval.setSpec(new AotApprovalSpec(name, pending.revision(), pending.weight(), user, why, expires));
        return approval;
    }

    private AotApproval create(Cluster cluster, AotApproval approval) {
        return cluster.ask("approving AOTRollout %s/%s".formatted(cluster.namespace(), name), () -> {
            var resource = cluster.client().resource(approval);
            return dryRun ? resource.dryRun().create() : resource.create();
        });
    }
}
