package dev.aotrollout.simulation;

/** A cluster, its users and the operator, moved by a virtual clock. */
public final class World {}
