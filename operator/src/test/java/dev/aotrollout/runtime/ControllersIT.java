package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aotrollout.api.AotRollout;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first lists of our reconcilers wait for, and for how long. */
class ControllersIT {
    @TempDir
    private Path folder;

    private final Shop shop = Shop.open();
    private final BlockingQueue<String> passes = new LinkedBlockingQueue<>();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    private final class Noting implements Reconciler<AotRollout> {
        @Override
        public UpdateControl<AotRollout> reconcile(AotRollout rollout, Context<AotRollout> context) {
            passes.add(rollout.getMetadata().getName());
            return UpdateControl.noUpdate();
        }
    }

    private static PolicyRule onRollouts(String... verbs) {
        return new PolicyRuleBuilder()
                .withApiGroups(AotRollout.GROUP)
                .withResources("aotrollouts")
                .withVerbs(verbs)
                .build();
    }

    private KubernetesClient client(String kubeconfig) {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(Path.of(kubeconfig).toFile()))
                .build();
    }

    private Controllers controllers(KubernetesClient client, Duration patience) {
        var controllers = new Controllers(client, Set.of(shop.namespace), Metrics.NOOP, patience);
        controllers.rollouts(new Noting());
        return controllers;
    }

    @Test
    void whatCannotBeListedInTimeIsNamedWithItsRemedy() {
        try (var client = client(Kubeconfigs.user(folder, shop.namespace, "reader", onRollouts("get")))) {
            var controllers = controllers(client, Duration.ofSeconds(2));

            assertThatThrownBy(controllers::warmUp)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "cannot list AOTRollouts, AOTExceptions and AOTWavePlans within 2 s; check that all of crds/ are installed and the operator's role allows list and watch");

            assertThat(controllers.watches()).noneMatch(watch -> watch.synced());
            controllers.stop();
        }
    }

    @Test
    void whatCanBeListedOnlyLaterIsWaitedFor() throws InterruptedException {
        shop.roll();
        try (var client = client(Kubeconfigs.user(folder, shop.namespace, "late", onRollouts("get")))) {
            var controllers = controllers(client, Duration.ofSeconds(60));
            var warm = CompletableFuture.runAsync(controllers::warmUp);
            assertThat(passes.poll(2, TimeUnit.SECONDS)).isNull();
            assertThat(warm).isNotDone();

            KubeApi.get()
                    .client()
                    .rbac()
                    .roles()
                    .inNamespace(shop.namespace)
                    .withName("late")
                    .edit(role -> {
                        role.setRules(List.of(onRollouts("get", "list", "watch")));
                        return role;
                    });

            assertThat(warm).succeedsWithin(Duration.ofSeconds(60));
            controllers.lead();
            assertThat(passes.poll(30, TimeUnit.SECONDS)).isEqualTo("checkout");
            controllers.stop();
        }
    }
}
