package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.notify.Notifications;
import dev.aotrollout.observe.MetricsAddresses;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** An address that the operator's owner does not allow is never asked, and its Secret is never read. */
class MetricsAddressIT {
    private final Shop shop = Shop.open();
    private final Wiring operator = new Wiring(
            KubeApi.get().client(),
            new Settings(
                    Set.of(shop.namespace),
                    MetricsAddresses.of(List.of("http://127.0.0.1:9/", shop.prometheus.url() + "/allowed")),
                    Notifications.NONE));

    @AfterEach
    void closeAll() {
        shop.close();
        operator.close();
    }

    @ConcurrentTest
    void isNamedAndNothingIsFetched() {
        operator.start();
        shop.roll("steps", Shop.HALFWAY);

        shop.awaitPhase("Held");
        shop.await("the address is named", () -> shop.message().contains(shop.prometheus.url()));
        assertThat(shop.message()).contains("is not allowed by this operator", "--metrics-url-prefix");
        assertThat(shop.status().orElseThrow().conditions())
                .anySatisfy(
                        condition -> assertThat(condition.getMessage()).contains("is not allowed by this operator"));
        shop.always("nothing is fetched", () -> shop.prometheus.queries() == 0);
    }
}
