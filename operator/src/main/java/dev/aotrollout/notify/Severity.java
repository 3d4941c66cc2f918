package dev.aotrollout.notify;

/** As the types of Kubernetes Events, the milder first. */
public enum Severity {
    Normal,
    Warning
}
