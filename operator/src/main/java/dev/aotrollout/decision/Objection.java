package dev.aotrollout.decision;

import dev.aotrollout.judge.Reason;

/** Why policy does not let a rollout go up; it never makes one go down. */
public record Objection(Reason reason, String message) {}
