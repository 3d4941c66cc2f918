package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aotrollout.cluster.Leadership.Role;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;

/** Two operators, and one of them acts. */
class LeadershipIT {
    private final Shop shop = Shop.open();
    private final Candidate first = new Candidate("first", shop.namespace).started();
    private final Candidate second = new Candidate("second", shop.namespace);

    @AfterEach
    void closeAll() {
        shop.close();
        first.close();
        second.close();
    }

    private Resource<Lease> lease() {
        return shop.client.leases().inNamespace(shop.namespace).withName("aotrollout");
    }

    private String holder() {
        var lease = lease().get();
        return lease == null ? "" : String.valueOf(lease.getSpec().getHolderIdentity());
    }

    private void change(String spec) {
        lease().patch(Shop.merge(), "{\"spec\": %s}".formatted(spec));
    }

    private void halfway() {
        shop.await("the first one leads", first::leads);
        second.started();
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
    }

    @ConcurrentTest
    void oneActsAndTheOtherStandsBy() {
        halfway();

        assertThat(holder()).isEqualTo("first");
        assertThat(second.role()).isEqualTo(Role.STANDBY);
        shop.await("the standby saw the lease", () -> second.health().ready().isGood());
        assertThat(second.health().ready().text()).contains("standby", "held by first");
        assertThat(first.health().ready().text()).contains("leads");
        assertThat(second.health().live().isGood()).isTrue();
    }

    @ConcurrentTest
    void aStandbyWritesNothing() {
        halfway();
        var object = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("any")
                .withNamespace(shop.namespace)
                .endMetadata()
                .build();

        assertThatThrownBy(() -> second.client().resource(object).create())
                .isInstanceOf(KubernetesClientException.class)
                .hasStackTraceContaining("is kept back: this operator does not lead");
        assertThat(second.client()
                        .configMaps()
                        .inNamespace(shop.namespace)
                        .withName("any")
                        .get())
                .isNull();
        first.client().resource(object).create();
    }

    @ConcurrentTest
    void aGracefulEndHandsOverAtOnceAndNothingHappensTwice() {
        halfway();
        var before = Instant.now();

        first.close();

        assertThat(holder()).isNotEqualTo("first");
        shop.await("the second one leads", second::leads);
        assertThat(Instant.now()).isBefore(before.plus(Candidate.LEASE));
        shop.annotate("abort", "pager");
        shop.awaitPhase("RolledBack");
        assertThat(shop.weight()).isZero();
        assertThat(shop.transitions()).containsOnlyOnce("WeightShifted");
        assertThat(first.lost).isEmpty();
    }

    @ConcurrentTest
    void aLeaderThatCannotRenewStopsBeforeTheOtherTakesOver() {
        halfway();

        first.cutOffFromTheLease();
        shop.await("the first one stops", () -> first.role() == Role.DEPOSED);

        assertThat(second.leads()).isFalse();
        assertThat(first.lost).singleElement().asString().contains("could not be renewed for 6 s");
        assertThat(first.health().live().text()).contains("election has ended");
        shop.await("the second one leads", second::leads);
        shop.annotate("abort", "pager");
        shop.awaitPhase("RolledBack");
        assertThat(shop.transitions()).containsOnlyOnce("WeightShifted");
    }

    @ConcurrentTest
    void aStolenLeaseStopsEveryEffect() {
        halfway();
        var later = Instant.now().plus(Candidate.LEASE.multipliedBy(10)).truncatedTo(ChronoUnit.SECONDS);
        change("{\"holderIdentity\": \"thief\", \"renewTime\": \"%s\"}"
                .formatted(later.toString().replace("Z", ".000000Z")));
        shop.await("it notices", () -> first.role() == Role.DEPOSED);
        assertThat(first.lost).singleElement().asString().contains("held by thief");

        shop.annotate("abort", "pager");

        shop.always("nobody acts", () -> shop.weight() == 50 && shop.phase().equals("Progressing"));
        assertThat(first.health().ready().isGood()).isFalse();
    }

    @ConcurrentTest
    void aDeletedLeaseIsMadeAgainAndOneLeads() {
        halfway();
        lease().delete();

        shop.await("there is a lease again", () -> holder().equals("first") || holder().equals("second"));
        shop.await("its holder leads", () -> holder().equals("first") ? first.leads() : second.leads());
        shop.await("and nobody else", () -> first.leads() != second.leads());
    }

    @ConcurrentTest
    void aLeaseThatSaysNothingIsFree() {
        shop.await("the first one leads", first::leads);
        change("{\"holderIdentity\": \"nobody\", \"renewTime\": null}");
        second.started();

        shop.await("somebody leads", () -> first.leads() || second.leads());
    }
}
