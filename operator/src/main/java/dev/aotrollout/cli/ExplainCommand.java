package dev.aotrollout.cli;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.decision.Asked;
import dev.aotrollout.decision.Decision;
import dev.aotrollout.decision.Moments;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.oncall.ClusterOptions;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Output;
import dev.aotrollout.terminal.Table;
import dev.aotrollout.terminal.Unreadable;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why a rollout stands where it stands, asked of the operator's own rules. */
@Command(
        name = "explain",
        description = {
            "Says why a rollout stands where it stands.",
            "Asks the operator's rules again about a rollout as its status describes it: which rule answers, with which numbers, and what would change the answer."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 goes on, holds or is promoted; 1 goes back or is rolled back; 2 unreadable input or no cluster; 4 not found; 5 forbidden.",
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} explain checkout -n shop",
            "  kubectl get aot checkout -n shop -o yaml | ${ROOT-COMMAND-NAME} explain -f -",
            "  kubectl get aot -A -o yaml | ${ROOT-COMMAND-NAME} explain -f - -o json"
        })
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private Output output = new Output();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description =
                    "In place of NAME: what kubectl get -o yaml or -o json printed; - is standard input. May be repeated.")
    private List<String> files = List.of();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Name of the AOTRollout in the cluster.")
    private @Nullable String name;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** One resource and what the rules say of it. */
    private record Subject(String label, AotRollout rollout, AotRolloutStatus status, Recorded recorded) {
        Decision decision() {
            return recorded.decision();
        }
    }

    @Override
    public Integer call() {
        var schema = Schema.packed();
        var subjects = manifests().rollouts().stream()
                .map(document -> subject(document, schema))
                .toList();
        if (output.isData())
            output.data(new ExplainReport(
                    subjects.stream().map(ExplainCommand::report).toList()));
        else subjects.forEach(this::print);
        return subjects.stream().anyMatch(ExplainCommand::goesBack) ? ExitCode.FOUND : ExitCode.FINE;
    }

    private Manifests manifests() {
        if ((name == null) == files.isEmpty())
            throw new ParameterException(spec.commandLine(), "give either NAME, or -f FILE");
        if (name == null) return Manifests.read(files, System.in);
        try (var open = cluster.open()) {
            return Manifests.of(new Input("%s/%s".formatted(open.namespace(), name), open.rolloutJson(name)));
        }
    }

    private static boolean goesBack(Subject subject) {
        return subject.decision() instanceof Decision.RollBack
                || subject.recorded().state().outcome() == Outcome.ROLLED_BACK;
    }

    private static Subject subject(Document document, Schema schema) {
        var rollout = Manifests.sound(document, schema);
        var status = rollout.getStatus();
        if (status == null || status.run() == null)
            throw new Unreadable(
                    "%s: %s has no status: either it is a manifest (give what kubectl get aot -o yaml prints), or no operator has looked at it yet"
                            .formatted(document.source(), document.label()));
        try {
            return new Subject(document.label(), rollout, status, Recorded.of(rollout, status));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Unreadable("%s: %s: the status was written by another version of the operator, or by hand: %s"
                    .formatted(document.source(), document.label(), e.getMessage()));
        }
    }

    private void print(Subject subject) {
        var recorded = subject.recorded();
        var status = subject.status();
        output.line("%s: %s, step %s, weight %s, as of %s"
                .formatted(
                        output.styled("bold", subject.label()),
                        status.phase(),
                        status.step(),
                        status.weight(),
                        Moments.text(recorded.seen().now())));
        output.line("");
        rules(recorded.asked(), recorded);
        guards(recorded.seen().findings());
        output.line("");
        output.line("What would change it");
        var table = new Table();
        WhatIf.changes(recorded)
                .forEach(change -> table.row(
                        change.what(),
                        name(change.decision()),
                        shortened(change.decision().message())));
        table.lines("  ").forEach(output::line);
        var notes = notes(subject);
        if (!notes.isEmpty()) {
            output.line("");
            output.line("Mind");
            notes.forEach(note -> output.line("  " + note));
        }
        output.line("");
    }

    private void rules(List<Asked> asked, Recorded recorded) {
        var table = new Table();
        for (var one : asked)
            table.row(
                    one.rule().question(), one.answer().isPresent() ? "yes" : "no", RuleFacts.of(one.rule(), recorded));
        var lines = table.lines("  ");
        lines.subList(0, lines.size() - 1).forEach(output::line);
        output.line(output.styled("bold", "> " + lines.getLast().substring(2)));
        var decision = recorded.decision();
        output.line("  %s: %s".formatted(output.styled("bold", name(decision)), decision.message()));
    }

    private void guards(List<Finding> findings) {
        if (findings.isEmpty()) return;
        output.line("");
        output.line("Guards");
        var table = new Table();
        findings.forEach(finding -> table.row(
                finding.guard().label(),
                switch (finding.verdict()) {
                    case PASS -> "pass";
                    case FAIL -> "FAIL";
                    case UNKNOWN -> "unknown";
                },
                finding.permitsAdvance() ? "" : "in the way",
                finding.message()));
        table.lines("  ").forEach(output::line);
    }

    private static List<String> notes(Subject subject) {
        var notes = new ArrayList<String>();
        var reason = recordedReason(subject.status());
        if (reason != null && !reason.equals(subject.decision().reason().name()))
            notes.add("the status records %s; this is what the operator decides after it has acted on that"
                    .formatted(reason));
        var generation = subject.rollout().getMetadata().getGeneration();
        if (generation != null && !generation.equals(subject.status().observedGeneration()))
            notes.add("the spec was edited after this status: generation %s, the status speaks of %s"
                    .formatted(generation, subject.status().observedGeneration()));
        subject.recorded().assumed().forEach(assumption -> notes.add("assumed: " + assumption));
        return notes;
    }

    private static @Nullable String recordedReason(AotRolloutStatus status) {
        if (status.conditions() == null) return null;
        return status.conditions().stream()
                .filter(condition -> condition.getType().equals("Ready"))
                .map(condition -> condition.getReason())
                .findFirst()
                .orElse(null);
    }

    private static String name(Decision decision) {
        return decision.getClass().getSimpleName() + " " + decision.reason();
    }

    private static String shortened(String message) {
        return message.length() <= 80 ? message : message.substring(0, 77) + "...";
    }

    private static ExplainReport.Rollout report(Subject subject) {
        var recorded = subject.recorded();
        var metadata = subject.rollout().getMetadata();
        return new ExplainReport.Rollout(
                metadata.getNamespace() == null ? "" : metadata.getNamespace(),
                metadata.getName(),
                Moments.text(recorded.seen().now()),
                "" + subject.status().phase(),
                "" + recordedReason(subject.status()),
                recorded.asked().stream()
                        .map(asked -> new ExplainReport.Rule(
                                asked.rule().name(),
                                asked.rule().question(),
                                asked.answer().isPresent(),
                                RuleFacts.of(asked.rule(), recorded)))
                        .toList(),
                ExplainReport.Answer.of(recorded.decision()),
                WhatIf.changes(recorded).stream()
                        .map(change ->
                                new ExplainReport.Change(change.what(), ExplainReport.Answer.of(change.decision())))
                        .toList(),
                notes(subject));
    }
}
