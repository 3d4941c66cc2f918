package dev.aotrollout.examples.demo.e2e;

import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Rights of the operator as {@code verb resource}: those that it used in all scenarios of one build, and those that a role gives. */
record RightsUsed(Path file) {
    private static final String REFUSED = "refused: ";
    private static final int CREATED = 201;

    /** Adds those of one cluster, which will be gone when the scenarios are judged. */
    void add(List<AuditLog.Call> calls) {
        var all = read();
        calls.forEach(call -> of(call).forEach(all::add));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, all);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** All rights that were used. */
    Set<String> used() {
        var used = read();
        used.removeIf(line -> line.startsWith(REFUSED));
        return used;
    }

    /** All calls that RBAC refused. */
    Set<String> refused() {
        var refused = read();
        refused.removeIf(line -> !line.startsWith(REFUSED));
        return refused;
    }

    private TreeSet<String> read() {
        try {
            return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : new TreeSet<>();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** A patch that found nothing and created it took both rights. */
    private static Stream<String> of(AuditLog.Call call) {
        var right = call.verb() + " " + call.resource();
        if (!call.allowed()) {
            return Stream.of(REFUSED + right + " in '" + call.namespace() + "'");
        }
        return call.verb().equals("patch") && call.code() == CREATED
                ? Stream.of(right, "create " + call.resource())
                : Stream.of(right);
    }

    /** What roles give. */
    static Set<String> given(List<?> objects) {
        var given = new TreeSet<String>();
        for (var object : objects) {
            var rules = switch (object) {
                case ClusterRole role -> role.getRules();
                case Role role -> role.getRules();
                default -> List.<PolicyRule>of();
            };
            for (var rule : rules) {
                for (var verb : rule.getVerbs()) {
                    rule.getResources().forEach(resource -> given.add(verb + " " + resource));
                }
            }
        }
        return given;
    }
}
