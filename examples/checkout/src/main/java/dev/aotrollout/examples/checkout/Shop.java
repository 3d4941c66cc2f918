package dev.aotrollout.examples.checkout;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** What the service does for a client; it keeps nothing, so that every pod gives the same answers. */
final class Shop {
    private static final int TAX_PERCENT = 20;
    private static final int LARGEST_QUANTITY = 100;
    private static final List<Line> EXAMPLE_BASKET = List.of(new Line("1", 2), new Line("5", 1), new Line("21", 3));

    private final Catalogue catalogue;
    private final InstantSource clock;

    Shop(Catalogue catalogue, InstantSource clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Item item(String id) {
        return catalogue.item(id);
    }

    /** The same example basket for everyone: there are no sessions. */
    Basket cart() {
        return priced(EXAMPLE_BASKET);
    }

    Receipt pay(PaymentRequest request) {
        var lines = request.lines();
        var method = request.method();
        if (lines == null || lines.isEmpty()) {
            throw RefusedRequestException.invalid("lines: at least one is needed");
        }
        if (method == null || method.isBlank()) {
            throw RefusedRequestException.invalid("method: say how to pay, such as card");
        }
        return new Receipt(UUID.randomUUID(), priced(lines), method, clock.instant());
    }

    private Basket priced(List<Line> lines) {
        var total = lines.stream().mapToLong(this::price).sum();
        return new Basket(lines, total, total * TAX_PERCENT / (100 + TAX_PERCENT), "EUR");
    }

    private long price(Line line) {
        if (line.quantity() < 1 || line.quantity() > LARGEST_QUANTITY) {
            throw RefusedRequestException.invalid("quantity: from 1 to " + LARGEST_QUANTITY);
        }
        return line.quantity() * catalogue.item(line.itemId()).priceCents();
    }
}
