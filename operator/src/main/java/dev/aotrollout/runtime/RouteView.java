package dev.aotrollout.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.cluster.RouteKind;

/**
 * One of the user's routes as it is now.
 *
 * @param tree the whole object as JSON
 * @param captured the parts that we change, as the user wrote them
 */
record RouteView(RouteKind kind, String name, JsonNode tree, String captured) {}
