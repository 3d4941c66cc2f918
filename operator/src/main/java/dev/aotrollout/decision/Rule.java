package dev.aotrollout.decision;

import java.util.Optional;

/** One rule: an answer where it applies, nothing where the next rule should be asked. */
@FunctionalInterface
interface Rule {
    Optional<Decision> ask(Case given);
}
