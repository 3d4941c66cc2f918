package dev.aotrollout.traffic;

import com.fasterxml.jackson.databind.JsonNode;

/** An exact match of one request header. */
record TestHeader(String name, String value) {

    /** Whether a match of a rule asks for exactly this header. */
    boolean isIn(JsonNode match) {
        for (var header : match.path("headers")) {
            var exact = header.path("type").asText("Exact").equals("Exact");
            if (exact && names(header) && value.equals(header.path("value").asText())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a match asks for anything of a header with this name: the API allows a name only once. */
    boolean isNamedIn(JsonNode match) {
        for (var header : match.path("headers")) {
            if (names(header)) {
                return true;
            }
        }
        return false;
    }

    private boolean names(JsonNode header) {
        return name.equalsIgnoreCase(header.path("name").asText());
    }
}
