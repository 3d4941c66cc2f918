package dev.aotrollout.examples.demo.load;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** What the load asks for: of five requests three read the cart, one reads an item and one pays. */
public enum Route {
    CART("GET /cart"),
    ITEM("GET /items/{id}"),
    PAY("POST /pay");

    private static final Route[] MIX = {CART, ITEM, CART, PAY, CART};
    private static final int ITEMS = 10;
    private static final String PAYMENT = "{\"lines\":[{\"itemId\":\"1\",\"quantity\":2}],\"method\":\"card\"}";

    private final String label;

    Route(String label) {
        this.label = label;
    }

    /** Method and path template. */
    public String label() {
        return label;
    }

    static Route ofRequest(int number) {
        return MIX[number % MIX.length];
    }

    HttpRequest.Builder request(Target target, int number) {
        return switch (this) {
            case CART -> target.request("/cart").GET();
            case ITEM ->
                target.request("/items/" + (1 + number / MIX.length % ITEMS)).GET();
            case PAY ->
                target.request("/pay")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(PAYMENT));
        };
    }
}
