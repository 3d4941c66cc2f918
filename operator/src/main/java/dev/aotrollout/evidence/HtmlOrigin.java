package dev.aotrollout.evidence;

import java.util.List;
import java.util.function.Function;

/** Which builds ran, and how the document itself can be checked. */
final class HtmlOrigin {
    private HtmlOrigin() {}

    static Html builds(Subject subject) {
        var rows = List.of(
                row(subject, "Deployment", Subject.Build::deployment),
                row(subject, "Container", Subject.Build::container),
                row(subject, "Image", build -> build.image().isEmpty() ? "–" : build.image()),
                row(subject, "Digest", build -> build.digests().isEmpty() ? "–" : String.join(", ", build.digests())),
                row(subject, "Requests", build -> HtmlParts.pairs(build.requests())),
                row(subject, "Limits", build -> HtmlParts.pairs(build.limits())),
                row(subject, "Settings", build -> HtmlParts.pairs(build.settings())));
        var identity = subject.identity();
        return Html.all(
                new HtmlTable("Both builds", List.of("Build", "JIT", "AOT"), rows).drawn(),
                Html.tag(
                        "p",
                        "Runtime of AOT: %s. %s"
                                .formatted(
                                        subject.runtime(),
                                        identity == null
                                                ? "Nothing proves which build ran."
                                                : "Proof: " + identity + ".")));
    }

    private static List<Html> row(Subject subject, String name, Function<Subject.Build, String> of) {
        return List.of(Html.text(name), Html.text(of.apply(subject.jit())), Html.text(of.apply(subject.aot())));
    }

    static Html footer(EvidenceDocument document, ReportOrigin origin) {
        var previous = document.previous();
        var subject = document.subject();
        return Html.tag(
                "footer",
                line("Document", origin.name(), origin.digest()),
                previous == null
                        ? Html.tag("p", "It is the first of its service.")
                        : line("Run before", previous.name(), previous.digest()),
                Html.tag(
                        "p",
                        origin.signed()
                                ? "Signed statements are beside the document; aotrollout verify checks them, the digest and the chain."
                                : "It is not signed; aotrollout verify checks the digest and the chain."),
                Html.tag(
                        "p",
                        "AOTRollout %s/%s (uid %s, generation %s), written by aotrollout %s."
                                .formatted(
                                        subject.namespace(),
                                        subject.rollout(),
                                        subject.uid(),
                                        subject.generation(),
                                        subject.operatorVersion())));
    }

    private static Html line(String what, String name, String digest) {
        return Html.tag("p", Html.text(what + " "), Html.tag("strong", name), Html.text(" "), Html.tag("code", digest));
    }
}
