package dev.aotrollout.examples.checkout;

import java.time.Instant;
import java.util.UUID;

/** The proof that a basket was paid for. */
public record Receipt(UUID number, Basket basket, String method, Instant paidAt) {}
