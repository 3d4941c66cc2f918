package dev.aotrollout.cli;

import dev.aotrollout.governance.EconomicsBuild;
import dev.aotrollout.governance.EconomicsFacts;
import dev.aotrollout.governance.EconomicsFootprint;
import dev.aotrollout.governance.EconomicsOutcome;
import dev.aotrollout.governance.EconomicsPricing;
import dev.aotrollout.governance.EconomicsStage;
import dev.aotrollout.governance.EconomicsText;
import dev.aotrollout.governance.NodePool;
import dev.aotrollout.governance.NodeShape;
import dev.aotrollout.governance.PodRequests;
import dev.aotrollout.governance.PodUse;
import dev.aotrollout.judge.Startups;
import dev.aotrollout.judge.Text;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Output;
import dev.aotrollout.terminal.Table;
import dev.aotrollout.terminal.Unreadable;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a migration would save, before it begins. */
@Command(
        name = "economics",
        description = {
            "Says how many nodes an AOT build would save.",
            "Pods a node, what runs out first on it, nodes and money, from what pods request. Nothing is fetched."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 fewer nodes than before, 1 as many or more, 2 unreadable input.",
            "",
            "Example:",
            "  ${ROOT-COMMAND-NAME} economics --node-cpu 7910m --node-memory 29Gi --jit-cpu 100m --jit-memory 512Mi --aot-cpu 100m --aot-memory 256Mi --replicas 200"
        })
final class EconomicsCommand implements Callable<Integer> {
    @Mixin
    private Output output = new Output();

    @Option(
            names = "--node-cpu",
            required = true,
            paramLabel = "QUANTITY",
            description = "CPU that a node has for pods (status.allocatable), such as 7910m.")
    private String nodeCpu = "";

    @Option(
            names = "--node-memory",
            required = true,
            paramLabel = "QUANTITY",
            description = "Memory that a node has for pods, such as 29Gi.")
    private String nodeMemory = "";

    @Option(
            names = "--max-pods",
            paramLabel = "N",
            defaultValue = "110",
            description = "Pods that a node admits. Default: ${DEFAULT-VALUE}.")
    private int maxPods;

    @Option(
            names = "--daemon-pods",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Pods of DaemonSets among them; subtract what they request yourself. Default: ${DEFAULT-VALUE}.")
    private int daemonPods;

    @Option(names = "--jit-cpu", required = true, paramLabel = "QUANTITY", description = "CPU that a JIT pod requests.")
    private String jitCpu = "";

    @Option(
            names = "--jit-memory",
            required = true,
            paramLabel = "QUANTITY",
            description = "Memory that a JIT pod requests.")
    private String jitMemory = "";

    @Option(
            names = "--aot-cpu",
            required = true,
            paramLabel = "QUANTITY",
            description = "CPU that an AOT pod would request.")
    private String aotCpu = "";

    @Option(
            names = "--aot-memory",
            required = true,
            paramLabel = "QUANTITY",
            description = "Memory that an AOT pod would request.")
    private String aotMemory = "";

    @Option(names = "--replicas", required = true, paramLabel = "N", description = "Pods that carry all traffic.")
    private int replicas;

    @Option(
            names = "--node-hourly",
            paramLabel = "PRICE",
            defaultValue = "0",
            description = "Price of a node for one hour. Absent: no money is shown.")
    private double nodeHourly;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "USD",
            description = "ISO 4217 code. Default: ${DEFAULT-VALUE}.")
    private String currency = "USD";

    @Override
    public Integer call() {
        if (maxPods < 1 || replicas < 1 || daemonPods < 0 || !(nodeHourly >= 0) || Double.isInfinite(nodeHourly))
            throw new Unreadable(
                    "--max-pods and --replicas must be at least 1, --daemon-pods and --node-hourly at least 0");
        var node = new NodeShape(
                "as given", quantity("--node-cpu", nodeCpu), quantity("--node-memory", nodeMemory), maxPods);
        var jit = new PodRequests(quantity("--jit-cpu", jitCpu), quantity("--jit-memory", jitMemory));
        var aot = new PodRequests(quantity("--aot-cpu", aotCpu), quantity("--aot-memory", aotMemory));
        var facts = new EconomicsFacts(
                new NodePool(List.of(node), daemonPods, ""), requested(jit), requested(aot), replicas);
        var outcome = EconomicsOutcome.of(
                facts, nodeHourly > 0 ? new EconomicsPricing(nodeHourly, currency) : EconomicsPricing.NONE);
        if (output.isData()) output.data(outcome);
        else print(outcome);
        return savesNodes(outcome) ? ExitCode.FINE : ExitCode.FOUND;
    }

    private static double quantity(String option, String text) {
        try {
            var amount = Quantity.parse(text).getNumericalAmount().doubleValue();
            if (amount > 0 && Double.isFinite(amount)) return amount;
        } catch (IllegalArgumentException | ArithmeticException e) {
            // said below, as of an amount of 0
        }
        throw new Unreadable(option + ": '" + text + "' is no quantity above 0, such as 250m, 8, 512Mi or 29Gi");
    }

    private static EconomicsBuild requested(PodRequests requests) {
        return new EconomicsBuild(requests, PodUse.NONE, 0, Startups.NONE, 0);
    }

    private static boolean savesNodes(EconomicsOutcome outcome) {
        return outcome.footprint(EconomicsStage.JIT_AS_REQUESTED).stream()
                .flatMap(before -> outcome.footprint(EconomicsStage.AOT_PREDICTED).stream()
                        .map(after -> after.nodes() < before.nodes()))
                .anyMatch(fewer -> fewer);
    }

    private void print(EconomicsOutcome outcome) {
        var table = new Table().row("", "CPU", "memory", "replicas", "pods a node", "binds", "nodes", "allocated");
        outcome.footprints().forEach(footprint -> table.row(row(footprint)));
        table.lines("").forEach(output::line);
        if (!outcome.money().isEmpty()) {
            output.line("");
            money(outcome).lines("").forEach(output::line);
        }
        output.line("");
        outcome.remarks().forEach(output::line);
        output.line("");
        output.line("Assumed");
        outcome.assumptions().forEach(assumption -> output.line("  " + assumption));
    }

    private static String[] row(EconomicsFootprint footprint) {
        return Stream.of(
                        footprint.stage().label(),
                        EconomicsText.cpu(footprint.cpuCoresPerPod()),
                        EconomicsText.memory(footprint.memoryBytesPerPod()),
                        Text.count(footprint.replicas()),
                        Text.count(footprint.podsPerNode()),
                        footprint.binding().label(),
                        Text.count(footprint.nodes()),
                        Text.trimmed(footprint.allocatedNodes()))
                .toArray(String[]::new);
    }

    private static Table money(EconomicsOutcome outcome) {
        var table = new Table().row("a month", "nodes cost", "saved, allocated", "saved, realisable");
        for (var money : outcome.money())
            table.row(
                    money.stage().label(),
                    EconomicsText.money(money.nodesCostPerMonth(), money.currency()),
                    EconomicsText.money(money.allocatedSavingPerMonth(), money.currency()),
                    EconomicsText.money(money.realisableSavingPerMonth(), money.currency()));
        return table;
    }
}
