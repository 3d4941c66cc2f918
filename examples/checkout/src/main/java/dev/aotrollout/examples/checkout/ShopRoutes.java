package dev.aotrollout.examples.checkout;

import io.javalin.config.RoutesConfig;

/** The business routes. */
final class ShopRoutes {
    static final String CART = "/cart";
    static final String PAY = "/pay";
    static final String ITEM = "/items/{id}";

    private ShopRoutes() {}

    static void add(RoutesConfig routes, Shop shop) {
        routes.get(CART, ctx -> ctx.json(shop.cart()));
        routes.get(ITEM, ctx -> ctx.json(shop.item(ctx.pathParam("id"))));
        routes.post(PAY, ctx -> ctx.json(shop.pay(ctx.bodyAsClass(PaymentRequest.class))));
    }
}
