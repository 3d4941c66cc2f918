package dev.aotrollout.cli;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.intake.ApprovalReader;
import dev.aotrollout.intake.CommandReader;
import dev.aotrollout.terminal.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands outside the spec: kind, name and the annotations that are commands. */
final class IdentityCheck {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]*[a-z0-9])?");
    private static final List<String> COMMANDS =
            List.of(CommandReader.ABORT, CommandReader.PAUSE, CommandReader.PROMOTE, CommandReader.RETRY);
    private static final Set<String> FACTS = Set.of(ApprovalReader.AUTHOR, "aotrollout.dev/incident");
    private static final List<String> PROMOTIONS = List.of("step", "full");

    private IdentityCheck() {}

    static List<Remark> check(Document document) {
        var remarks = new ArrayList<Remark>();
        var wrong = Manifests.wrongIdentity(document);
        if (!wrong.isEmpty()) {
            var field = wrong.startsWith("kind") ? "kind" : "apiVersion";
            remarks.add(Remark.of(document, field, Severity.ERROR, "wrong-kind", wrong));
        }
        name(document, remarks);
        if (document.kind().equals("AOTRollout")) annotations(document, remarks);
        return remarks;
    }

    private static void name(Document document, List<Remark> remarks) {
        var metadata = document.tree().path("metadata");
        var name = metadata.path("name").asText();
        if (name.isEmpty() && metadata.path("generateName").asText().isEmpty())
            remarks.add(Remark.of(document, "metadata", Severity.ERROR, "missing-field", "metadata.name is missing"));
        else if (!name.isEmpty() && !NAME.matcher(name).matches())
            remarks.add(Remark.of(
                    document,
                    "metadata.name",
                    Severity.ERROR,
                    "not-allowed",
                    "metadata.name: \"%s\" is not a name; lower-case letters, digits, - and . are".formatted(name)));
    }

    private static void annotations(Document document, List<Remark> remarks) {
        for (var annotation :
                document.tree().path("metadata").path("annotations").properties()) {
            var key = annotation.getKey();
            if (!key.startsWith(AotRollout.GROUP + "/")) continue;
            var message = command(key, annotation.getValue().asText());
            if (!message.isEmpty())
                remarks.add(Remark.of(
                        document, "metadata.annotations." + key, Severity.WARNING, "command-annotation", message));
        }
    }

    private static String command(String key, String value) {
        if (FACTS.contains(key)) return "";
        if (!COMMANDS.contains(key)) return key + " is no command; " + Spelling.hint(key, COMMANDS);
        if (key.equals(CommandReader.ABORT))
            return key + " rolls back as long as it is there, whatever its value; remove it";
        if (key.equals(CommandReader.PROMOTE) && !PROMOTIONS.contains(value))
            return "%s: \"%s\" promotes nothing; write step or full".formatted(key, value);
        return "";
    }
}
