package dev.aotrollout.cli;

import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Output;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what is wrong with a manifest before a cluster does. */
@Command(
        name = "lint",
        description = {
            "Checks manifests of AOTRollout and our other kinds.",
            "Fields, types, ranges and rules as the API server does, and whether the plan of a rollout can do what it is meant to. Kinds of others are skipped."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 no error (with --strict: no error and no warning), 1 errors found, 2 unreadable input.",
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} lint -f rollout.yaml --requests-per-second 40",
            "  kustomize build overlays/prod | ${ROOT-COMMAND-NAME} lint -f - --strict"
        })
final class LintCommand implements Callable<Integer> {
    @Mixin
    private Output output = new Output();

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "Manifest, may have several documents; - is standard input. May be repeated.")
    private List<String> files = List.of();

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean strict;

    @Mixin
    private TrafficOptions traffic = new TrafficOptions();

    /** What is printed with {@code -o json}. */
    record Report(List<Remark> findings, List<String> skipped, int errors, int warnings, int advice) {
        static Report of(List<Remark> findings, List<String> skipped) {
            return new Report(
                    findings,
                    skipped,
                    count(findings, Severity.ERROR),
                    count(findings, Severity.WARNING),
                    count(findings, Severity.ADVICE));
        }

        private static int count(List<Remark> findings, Severity severity) {
            return Math.toIntExact(findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count());
        }
    }

    @Override
    public Integer call() {
        var manifests = Manifests.readOurs(files, System.in);
        var schema = Schema.packed();
        var findings = Stream.concat(
                        manifests.rollouts().stream().flatMap(document -> check(document, schema).stream()),
                        manifests.relatives().stream().flatMap(document -> shape(document).stream()))
                .toList();
        var skipped = manifests.others().stream()
                .map(document -> document.source() + ": " + document.label())
                .toList();
        var report = Report.of(findings, skipped);
        if (output.isData()) output.data(report);
        else print(report, manifests);
        return report.errors() > 0 || (strict && report.warnings() > 0) ? ExitCode.FOUND : ExitCode.FINE;
    }

    private static List<Remark> shape(Document document) {
        var remarks = new ArrayList<Remark>(IdentityCheck.check(document));
        remarks.addAll(SchemaCheck.check(document, Schema.packed(document.kind())));
        return sorted(remarks);
    }

    /** Advice on a plan that cannot be stored would be in vain. */
    private List<Remark> check(Document document, Schema schema) {
        var remarks = new ArrayList<Remark>(IdentityCheck.check(document));
        remarks.addAll(SchemaCheck.check(document, schema));
        if (remarks.stream().noneMatch(remark -> remark.severity() == Severity.ERROR))
            remarks.addAll(PolicyCheck.check(document, schema, traffic));
        return sorted(remarks);
    }

    private static List<Remark> sorted(List<Remark> remarks) {
        remarks.sort(Comparator.comparingInt(Remark::line).thenComparingInt(Remark::column));
        return remarks;
    }

    private void print(Report report, Manifests manifests) {
        for (var remark : report.findings())
            output.line("%s:%s:%s: %s: %s [%s]"
                    .formatted(
                            remark.file(),
                            remark.line(),
                            remark.column(),
                            output.styled(
                                    color(remark.severity()), remark.severity().label()),
                            remark.message(),
                            remark.rule()));
        report.skipped().forEach(what -> output.note("skipped " + what));
        output.line("%s checked: %s, %s, %s"
                .formatted(
                        checked(manifests),
                        counted(report.errors(), "error"),
                        counted(report.warnings(), "warning"),
                        report.advice() + " advice"));
    }

    private static String checked(Manifests manifests) {
        var rollouts = manifests.rollouts().size();
        var relatives = manifests.relatives().size();
        if (relatives == 0) return counted(rollouts, "rollout");
        return (rollouts == 0 ? "" : counted(rollouts, "rollout") + " and ") + counted(relatives, "other resource");
    }

    private static String color(Severity severity) {
        return switch (severity) {
            case ERROR -> "fg(red),bold";
            case WARNING -> "fg(yellow),bold";
            case ADVICE -> "fg(cyan)";
        };
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
