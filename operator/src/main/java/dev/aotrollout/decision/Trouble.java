package dev.aotrollout.decision;

import dev.aotrollout.judge.Reason;

/** Something that keeps a rollout from going up: which reason, and a sentence that names the object and the remedy. */
public record Trouble(Reason reason, String message) {}
