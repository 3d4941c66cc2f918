package dev.aotrollout.cli;

import dev.aotrollout.evidence.Conclusion;
import dev.aotrollout.evidence.EvidenceDocument;
import dev.aotrollout.evidence.EvidenceJson;
import dev.aotrollout.evidence.HtmlReport;
import dev.aotrollout.evidence.JunitReport;
import dev.aotrollout.evidence.MarkdownReport;
import dev.aotrollout.evidence.PackName;
import dev.aotrollout.evidence.ReportOrigin;
import dev.aotrollout.oncall.ClusterOptions;
import dev.aotrollout.oncall.Evidence;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The evidence of a run, for people and for CI. */
@Command(
        name = "report",
        description = {
            "Shows the evidence of a run.",
            "As a page that needs no network and no script, as Markdown for a pull request or a chat, or as JUnit XML for CI."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 promoted, 1 a run that failed, 2 unreadable input or no cluster, 4 no evidence, 5 forbidden.",
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} report checkout -n shop",
            "  ${ROOT-COMMAND-NAME} report checkout -n shop --run 7f3a9c21 --format markdown",
            "  kubectl get configmap checkout-7f3a9c21-evidence -n shop -o json | ${ROOT-COMMAND-NAME} report -f -"
        })
final class ReportCommand implements Callable<Integer> {
    private static final String STDOUT = "-";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "Name of the AOTRollout whose evidence is in the cluster.")
    private @Nullable String name;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description = "Which of its runs: name of the pack, or the revision. Default: the newest.")
    private @Nullable String run;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description =
                    "In place of NAME: evidence.json, plain or gzip, or the pack's ConfigMap from kubectl get -o yaml|json, or a List of such; - is standard input.")
    private @Nullable String file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "html",
            description = "html, markdown, junit, or json (the document, byte for byte). Default: ${DEFAULT-VALUE}.")
    private Format format = Format.HTML;

    @Option(
            names = {"-O", "--out"},
            paramLabel = "FILE",
            description =
                    "Where to; - is standard output. Default: for html a file named after the pack, else standard output.")
    private @Nullable String out;

    /** What is written. */
    enum Format {
        HTML,
        MARKDOWN,
        JUNIT,
        JSON
    }

    @Override
    public Integer call() {
        var documents = files().documents();
        if (documents.size() > 1 && (out != null || format != Format.HTML))
            throw new Unreadable("%s has the evidence of %s runs (%s); name one, or let html write a page for each"
                    .formatted(
                            file == null ? name : file,
                            documents.size(),
                            documents.stream().map(EvidenceFiles.Evidence::name).collect(Collectors.joining(", "))));
        var code = ExitCode.FINE;
        for (var evidence : documents) {
            var document = EvidenceReader.read(evidence);
            var origin = origin(evidence, document);
            write(target(origin), rendered(evidence, document, origin));
            if (document.conclusion().verdict().equals(Conclusion.FAILED)) code = ExitCode.FOUND;
        }
        return code;
    }

    private EvidenceFiles files() {
        if ((name == null) == (file == null))
            throw new ParameterException(spec.commandLine(), "give either NAME, or -f FILE");
        if (file != null) return EvidenceFiles.read(file, System.in);
        try (var open = cluster.open()) {
            var found = Evidence.find(open, String.valueOf(name), run);
            return EvidenceFiles.of(new Input(found.source(), found.json()));
        }
    }

    private String rendered(EvidenceFiles.Evidence evidence, EvidenceDocument document, ReportOrigin origin) {
        return switch (format) {
            case HTML -> HtmlReport.of(document, origin);
            case MARKDOWN -> MarkdownReport.of(document, origin);
            case JUNIT -> JunitReport.of(document);
            case JSON -> evidence.json();
        };
    }

    private static ReportOrigin origin(EvidenceFiles.Evidence evidence, EvidenceDocument document) {
        var subject = document.subject();
        var name = evidence.name().isEmpty()
                ? subject.rollout() + "-" + subject.revision()
                : PackName.ofConfigMap(evidence.name());
        return new ReportOrigin(
                name, EvidenceJson.digest(evidence.json()), evidence.others().containsKey(EvidenceFiles.ATTESTATION));
    }

    private String target(ReportOrigin origin) {
        if (out != null) return out;
        return format == Format.HTML ? origin.name().replaceAll("[^A-Za-z0-9._-]", "_") + ".html" : STDOUT;
    }

    private void write(String to, String text) {
        if (to.equals(STDOUT)) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.writeString(Path.of(to), text);
            spec.commandLine().getErr().println("wrote " + to);
        } catch (IOException e) {
            throw new Unreadable("cannot write " + to + ": " + e.getMessage());
        }
    }
}
