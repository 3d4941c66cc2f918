package dev.aotrollout.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.api.AotLibraryPolicy;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.governance.LibraryFinding;
import dev.aotrollout.governance.LibraryJudge;
import dev.aotrollout.governance.LibraryReport;
import dev.aotrollout.intake.LibraryPolicyReader;
import dev.aotrollout.json.KubernetesJson;
import dev.aotrollout.materials.BillOfMaterials;
import dev.aotrollout.materials.BuildWarnings;
import dev.aotrollout.materials.Documents;
import dev.aotrollout.materials.Documents.Outcome;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Output;
import dev.aotrollout.terminal.Table;
import dev.aotrollout.terminal.Unreadable;
import dev.aotrollout.terminal.WallClock;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds the bill of materials of a build to a library policy, before a cluster does. */
@Command(
        name = "libraries",
        description = {
            "Holds the libraries of a build to an AOTLibraryPolicy.",
            "The bill of materials is CycloneDX 1.4-1.7 or SPDX 2.3 as JSON, plain or gzip. The operator judges the same way."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 approved, 1 denied, 2 unreadable input, 3 needs a review.",
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} libraries --policy examples/policies/dotnet-2026.yaml --warnings publish.log sbom.json",
            "  ${ROOT-COMMAND-NAME} libraries --policy examples/policies/java-2026.yaml target/bom.json -o json"
        })
final class LibrariesCommand implements Callable<Integer> {
    /** Nothing is denied, but something cannot be told without a person. */
    private static final int REVIEW = 3;

    private static final String KIND = "AOTLibraryPolicy";
    private static final String API_VERSION = AotRollout.GROUP + "/" + AotRollout.VERSION;
    private static final KubernetesSerialization KUBERNETES = KubernetesJson.shared();

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "FILE",
            description = "AOTLibraryPolicy; - is standard input.")
    private String policyFile = "-";

    @Option(
            names = "--warnings",
            paramLabel = "FILE",
            description =
                    "Log of dotnet publish, SARIF 2.1, or log of a GraalVM build or run, plain or gzip. May be repeated.")
    private List<String> warningFiles = List.of();

    @Option(
            names = "--at",
            paramLabel = "DAY",
            description = "Day on which it is judged, such as 2026-12-31; approvals expire. Default: today.")
    private String day = "";

    @Parameters(paramLabel = "SBOM", description = "The bill of materials; - is standard input.")
    private String billFile = "-";

    /** What is printed with {@code -o json}. */
    record Answered(
            String policy,
            String bill,
            String billFormat,
            String billDigest,
            String answer,
            String message,
            Map<String, Integer> counts,
            List<Offender> offenders,
            SortedMap<String, Integer> warningsByCode,
            List<String> conditionsToConfirm,
            List<String> remarks) {
        /** A library that is denied or must be reviewed. */
        record Offender(String purl, String verdict, String rule, String reason, String replacement) {
            static Offender of(LibraryFinding finding) {
                return new Offender(
                        finding.purl(),
                        finding.verdict().label(),
                        finding.rule(),
                        finding.reason(),
                        finding.replacement());
            }
        }
    }

    @Override
    public Integer call() {
        var policy = LibraryPolicyReader.read(policy());
        var bill = read(billFile, Documents.bill(Input.bytes(billFile, System.in)));
        var warnings = BuildWarnings.NONE;
        for (var file : warningFiles)
            warnings = warnings.merge(read(file, Documents.warnings(Input.bytes(file, System.in))));
        var report = LibraryJudge.judge(policy, bill, warnings, List.of(), now());
        if (output.isData()) output.data(answered(bill, report));
        else print(bill, report);
        return switch (report.answer()) {
            case PASSED -> ExitCode.FINE;
            case FAILED -> ExitCode.FOUND;
            case UNKNOWN -> REVIEW;
        };
    }

    private static <T> T read(String file, Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Read<T>(var value) -> value;
            case Outcome.Unreadable<T>(var why) -> throw new Unreadable(name(file) + ": " + why);
        };
    }

    private static String name(String file) {
        return file.equals("-") ? "stdin" : file;
    }

    private Instant now() {
        if (day.isEmpty()) return WallClock.now();
        try {
            return LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new Unreadable("--at %s is no day such as 2026-12-31".formatted(day));
        }
    }

    private AotLibraryPolicy policy() {
        var document = YamlReader.read(Input.read(policyFile, System.in)).stream()
                .filter(one -> one.kind().equals(KIND) && one.apiVersion().equals(API_VERSION))
                .findFirst()
                .orElseThrow(() -> new Unreadable("no %s of %s in %s".formatted(KIND, API_VERSION, name(policyFile))));
        var schema = Schema.packed(KIND);
        Manifests.refuseErrors(SchemaCheck.check(document, schema));
        return typed(schema.withDefaults(document.tree()));
    }

    private static AotLibraryPolicy typed(JsonNode complete) {
        return KUBERNETES.convertValue(complete, AotLibraryPolicy.class);
    }

    private Answered answered(BillOfMaterials bill, LibraryReport report) {
        return new Answered(
                report.policy(),
                name(billFile),
                bill.format(),
                report.billDigest(),
                report.answer().name(),
                report.message(),
                counts(report),
                report.offenders().stream().map(Answered.Offender::of).toList(),
                report.warningsByCode(),
                report.conditionsToConfirm(),
                report.remarks());
    }

    private static Map<String, Integer> counts(LibraryReport report) {
        var counts = new LinkedHashMap<String, Integer>();
        report.counts().forEach((verdict, count) -> counts.put(verdict.label(), count));
        return counts;
    }

    private void print(BillOfMaterials bill, LibraryReport report) {
        output.line("%s (%s) held to AOTLibraryPolicy %s".formatted(name(billFile), bill.format(), report.policy()));
        output.line("");
        var counts = new Table();
        counts(report).forEach((verdict, count) -> counts.row(verdict, "" + count));
        counts.lines("  ").forEach(output::line);
        offenders(report.offenders());
        warnings(report.warningsByCode());
        list("To be confirmed by the review", report.conditionsToConfirm());
        list("Mind", report.remarks());
        output.line("");
        var style = switch (report.answer()) {
            case PASSED -> "fg(green),bold";
            case FAILED -> "fg(red),bold";
            case UNKNOWN -> "fg(yellow),bold";
        };
        output.line(output.styled(style, report.message()));
    }

    private void offenders(List<LibraryFinding> offenders) {
        if (offenders.isEmpty()) return;
        output.line("");
        var table = new Table();
        for (var finding : offenders)
            table.row(
                    finding.verdict().label(),
                    finding.purl(),
                    finding.reason()
                            + (finding.replacement().isEmpty() ? "" : "; use " + finding.replacement())
                            + (finding.rule().equals("default") ? "" : " [" + finding.rule() + "]"));
        table.lines("  ").forEach(output::line);
    }

    private void warnings(SortedMap<String, Integer> byCode) {
        if (byCode.isEmpty()) return;
        output.line("");
        output.line("Warnings");
        var table = new Table();
        byCode.forEach((code, count) -> table.row(code, "" + count));
        table.lines("  ").forEach(output::line);
    }

    private void list(String title, List<String> lines) {
        if (lines.isEmpty()) return;
        output.line("");
        output.line(title);
        lines.forEach(line -> output.line("  " + line));
    }
}
