package dev.aotrollout.examples.checkout;

/** One thing that the shop sells; its price includes tax. */
public record Item(String id, String name, long priceCents) {}
