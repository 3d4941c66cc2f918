package dev.aotrollout.examples.checkout;

import java.io.Serializable;

/** The body of an answer that is not what the client asked for. */
public record Problem(int status, String detail) implements Serializable {}
