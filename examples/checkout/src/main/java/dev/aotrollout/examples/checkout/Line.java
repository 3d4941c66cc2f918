package dev.aotrollout.examples.checkout;

/** Some pieces of one item in a basket or in an order. */
public record Line(String itemId, int quantity) {}
