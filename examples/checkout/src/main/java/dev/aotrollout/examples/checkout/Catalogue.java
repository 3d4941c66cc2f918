package dev.aotrollout.examples.checkout;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/** All items, by their id. */
record Catalogue(Map<String, Item> items) {
    Catalogue {
        items = Map.copyOf(items);
    }

    static Catalogue load(ObjectMapper json) {
        try (var source = requireNonNull(Catalogue.class.getResourceAsStream("/catalogue.json"), "catalogue.json")) {
            var items = json.readValue(source, Item[].class);
            return new Catalogue(Arrays.stream(items).collect(toUnmodifiableMap(Item::id, Function.identity())));
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue in this build cannot be read", e);
        }
    }

    Item item(String id) {
        var item = items.get(id);
        if (item == null) {
            throw RefusedRequestException.notFound("there is no item " + id);
        }
        return item;
    }
}
