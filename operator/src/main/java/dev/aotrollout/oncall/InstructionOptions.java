package dev.aotrollout.oncall;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.decision.Moments;
import dev.aotrollout.oncall.Instruction.Write;
import dev.aotrollout.oncall.RolloutWatch.News;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Output;
import dev.aotrollout.terminal.Refused;
import dev.aotrollout.terminal.Spans;
import dev.aotrollout.terminal.WallClock;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands have in common that tell the operator something about one rollout. */
final class InstructionOptions {
    /** Of those that may make no sense in the present phase. */
    static final String EXIT_CODES =
            "Exit codes: 0 written (with --wait: and acted on), 1 not acted on in time, 2 the cluster cannot be asked, 4 not found, 5 forbidden, 6 makes no sense now.";

    /** In managedFields, so that everybody can see who wrote an annotation. */
    private static final String FIELD_MANAGER = "kubectl-aotrollout";
    /** The operator writes the status each second of a live step. */
    private static final int ATTEMPTS = 10;

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    @Parameters(paramLabel = "NAME", description = "Name of the AOTRollout.")
    private String name = "";

    @Option(names = "--wait", description = "Wait until the operator has acted on it.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "SPAN",
            defaultValue = "60s",
            converter = Spans.class,
            description = "How long to wait, such as 90s or 5m. Default: ${DEFAULT-VALUE}.")
    private Duration timeout = Duration.ofSeconds(60);

    @Option(names = "--dry-run", description = "Ask the API server whether it would take it; change nothing.")
    private boolean dryRun;

    /** What is printed with {@code -o json}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answered(
            String namespace,
            String name,
            boolean changed,
            boolean dryRun,
            @Nullable Boolean acknowledged,
            String message) {}

    /** Decides with {@code rule} and writes; the exit code. */
    int carryOut(Output output, BiFunction<Instructions, Standing, Instruction> rule) throws InterruptedException {
        var instructions = new Instructions(output.program());
        try (var cluster = options.open()) {
            for (var attempt = 1; ; attempt++) {
                var standing = new Standing(cluster.rollout(name));
                var instruction = rule.apply(instructions, standing);
                if (!(instruction instanceof Write write)) return answer(output, standing, instruction, false, null);
                if (patched(cluster, standing, write, attempt == ATTEMPTS))
                    return written(output, cluster, standing, write);
            }
        }
    }

    private int written(Output output, Cluster cluster, Standing standing, Write write) throws InterruptedException {
        if (!wait || dryRun) return answer(output, standing, write, true, null);
        if (!output.isData()) output.line("%s %s".formatted(standing.label(), write.says()));
        var acknowledged = isAcknowledged(cluster, write);
        if (output.isData()) answer(output, standing, write, true, acknowledged);
        if (acknowledged) {
            output.note("the operator has acted on it");
            return ExitCode.FINE;
        }
        output.note(
                "the operator has not acted on it in %s: does it run? kubectl get pods -A -l app.kubernetes.io/name=aotrollout"
                        .formatted(Moments.text(timeout)));
        return ExitCode.FOUND;
    }

    private boolean isAcknowledged(Cluster cluster, Write write) throws InterruptedException {
        var deadline = WallClock.now().plus(timeout);
        try (var watch = new RolloutWatch(cluster, name)) {
            while (true) {
                var left = Duration.between(WallClock.now(), deadline);
                if (left.isNegative()) return false;
                var news = watch.next(left);
                if (news.isEmpty()) return false;
                switch (news.get()) {
                    case News.Changed(var standing)
                    when write.acknowledged().test(standing) -> {
                        return true;
                    }
                    case News.Changed _ -> {}
                    case News.Gone() ->
                        throw new Refused(
                                ExitCode.NOT_FOUND,
                                "AOTRollout %s/%s was deleted meanwhile".formatted(cluster.namespace(), name));
                }
            }
        }
    }

    private int answer(
            Output output,
            Standing standing,
            Instruction instruction,
            boolean changed,
            @Nullable Boolean acknowledged) {
        if (output.isData())
            output.data(new Answered(
                    standing.namespace(), standing.name(), changed, dryRun, acknowledged, instruction.says()));
        else
            output.line("%s %s%s"
                    .formatted(standing.label(), instruction.says(), dryRun ? " (dry run: nothing was written)" : ""));
        return ExitCode.FINE;
    }

    /** Whether it was written; where the rollout changed meanwhile, what to write must be decided again. */
    private boolean patched(Cluster cluster, Standing standing, Write write, boolean last) {
        var doing = "annotating AOTRollout " + standing.label();
        return cluster.ask(doing, () -> {
            try {
                cluster.client()
                        .resources(AotRollout.class)
                        .inNamespace(standing.namespace())
                        .withName(standing.name())
                        .patch(context(), patch(standing, write));
                return true;
            } catch (KubernetesClientException e) {
                if (!Failure.isConflict(e) || last) throw e;
                return false;
            }
        });
    }

    private PatchContext context() {
        var context =
                new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).withFieldManager(FIELD_MANAGER);
        return (dryRun ? context.withDryRun(List.of("All")) : context).build();
    }

    private static String patch(Standing standing, Write write) {
        var annotations = new TreeMap<String, @Nullable String>(write.set());
        write.removed().forEach(key -> annotations.put(key, null));
        var metadata = new TreeMap<String, Object>();
        metadata.put("annotations", annotations);
        if (!write.always())
            metadata.put("resourceVersion", standing.rollout().getMetadata().getResourceVersion());
        return new ObjectMapper().valueToTree(Map.of("metadata", metadata)).toString();
    }
}
