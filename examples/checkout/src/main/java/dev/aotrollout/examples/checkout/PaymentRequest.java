package dev.aotrollout.examples.checkout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client sends to pay; anything may be missing, and the shop says so. */
public record PaymentRequest(
        @Nullable List<Line> lines, @Nullable String method) {}
