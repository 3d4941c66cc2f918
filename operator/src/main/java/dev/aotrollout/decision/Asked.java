package dev.aotrollout.decision;

import java.util.Optional;

/** One rule that was asked, and what it answered; nothing where it does not apply. */
public record Asked(NamedRule rule, Optional<Decision> answer) {}
