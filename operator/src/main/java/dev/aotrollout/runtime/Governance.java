package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.CandidateSpec.Document;
import dev.aotrollout.cluster.ObjectKey;
import dev.aotrollout.cluster.PolicyCache;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Plan;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.governance.Assessment;
import dev.aotrollout.governance.ClusterFacts;
import dev.aotrollout.governance.EconomicsFacts;
import dev.aotrollout.governance.EconomicsOutcome;
import dev.aotrollout.governance.Gatekeeper;
import dev.aotrollout.governance.LibraryFacts;
import dev.aotrollout.intake.DossierReader;
import dev.aotrollout.intake.EconomicsReader;
import dev.aotrollout.intake.Filed;
import dev.aotrollout.intake.LibraryFactsReader;
import dev.aotrollout.judge.Cpu;
import dev.aotrollout.judge.Memory;
import dev.aotrollout.judge.Reading;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what policies, exceptions, approvals and waves say of a rollout, from the caches. */
final class Governance {
    /** Libraries and nodes are looked at anew when something that they rest on changed, and otherwise this often. */
    private static final Duration ANEW = Duration.ofMinutes(1);

    /** What takes long to find out, and what it was found out from. */
    private record Kept(List<String> versions, Instant at, LibraryFacts libraries, EconomicsFacts economics) {}

    private final PolicyCache cache;
    private final Map<ObjectKey, Kept> kept = new ConcurrentHashMap<>();

    Governance(PolicyCache cache) {
        this.cache = cache;
    }

    Filed filed(AotRollout rollout) {
        var namespace = rollout.getMetadata().getNamespace();
        var candidate = rollout.getSpec().candidate();
        return new Filed(
                candidate.rubric() == null
                        ? null
                        : cache.rubric(candidate.rubric()).orElse(null),
                candidate.libraryPolicy() == null
                        ? null
                        : cache.libraryPolicy(candidate.libraryPolicy()).orElse(null),
                cache.exceptions(namespace),
                cache.approvals(namespace),
                documents(rollout),
                cache.nodes());
    }

    private Map<String, ConfigMap> documents(AotRollout rollout) {
        var documents = new HashMap<String, ConfigMap>();
        documentNames(rollout)
                .forEach(name -> cache.document(rollout.getMetadata().getNamespace(), name)
                        .ifPresent(found -> documents.put(name, found)));
        return documents;
    }

    private static Stream<String> documentNames(AotRollout rollout) {
        var compatibility = rollout.getSpec().candidate().compatibility();
        return Stream.of(compatibility.sbom(), compatibility.publishLog())
                .flatMap(Stream::ofNullable)
                .map(Document::configMap);
    }

    Assessment assess(Surroundings around, Filed filed, Plan plan, RolloutState state, Observer.Sight sight) {
        var rollout = around.rollout();
        var now = sight.seen().now();
        var facts = facts(around, state, sight);
        var slow = slow(around, filed, facts, sight);
        var slot = WaveView.slot(cache, rollout, plan.revision(), now);
        var dossier =
                DossierReader.read(rollout, plan.revision(), filed, slow.libraries(), facts, slow.economics(), slot);
        return Gatekeeper.assess(dossier, now);
    }

    /** What the ending of a run says of its economics: what was asked for, and what was measured where that was possible. */
    EconomicsOutcome economics(Surroundings around, Observer.Sight sight) {
        var known = kept.get(around.key());
        var facts = known == null ? EconomicsFacts.NONE : known.economics();
        var pricing =
                EconomicsReader.pricing(around.rollout().getSpec().candidate().economics());
        var metrics = sight.seen().evidence().metrics();
        var memory = metrics.memory() instanceof Reading.Known<Memory>(var measured, var _)
                ? measured
                : new Memory(List.of(), List.of());
        var cpu = metrics.cpu() instanceof Reading.Known<Cpu>(var measured, var _)
                ? measured
                : new Cpu(List.of(), List.of());
        return EconomicsOutcome.of(
                facts.with(
                        facts.jit().measured(memory.jit(), cpu.jit()),
                        facts.aot().measured(memory.aot(), cpu.aot())),
                pricing);
    }

    private static ClusterFacts facts(Surroundings around, RolloutState state, Observer.Sight sight) {
        return new ClusterFacts(
                sight.seen().jit(),
                sight.seen().aot(),
                state.outcome() == Outcome.RUNNING && state.step() >= 0,
                routeProblems(around),
                state.history().lastRollback(),
                sight.baselineReach(),
                around.rollout().getSpec().aot().containers().getFirst().image(),
                sight.aotDigests());
    }

    private static List<String> routeProblems(Surroundings around) {
        var problems = new ArrayList<String>();
        around.troubles().forEach(trouble -> problems.add(trouble.message()));
        var routes = around.routeFacts();
        if (around.routes().isEmpty()) problems.add("no route is there");
        else if (!routes.accepted()) problems.add(routes.message());
        return problems;
    }

    private Kept slow(Surroundings around, Filed filed, ClusterFacts facts, Observer.Sight sight) {
        var versions = versions(around, filed, facts);
        var now = sight.seen().now();
        return Objects.requireNonNull(kept.compute(around.key(), (_, before) -> {
            var fresh = before != null
                    && before.versions().equals(versions)
                    && Duration.between(before.at(), now).abs().compareTo(ANEW) < 0;
            return fresh
                    ? before
                    : new Kept(versions, now, libraries(around, filed, facts, now), economics(around, filed, sight));
        }));
    }

    private static LibraryFacts libraries(Surroundings around, Filed filed, ClusterFacts facts, Instant now) {
        return LibraryFactsReader.read(
                around.rollout(), filed, facts.started() ? facts.aotImageDigests() : Set.of(), now);
    }

    private static EconomicsFacts economics(Surroundings around, Filed filed, Observer.Sight sight) {
        if (around.jit().isEmpty()) return EconomicsFacts.NONE;
        var container = around.rollout().getSpec().aot().containers().getFirst().name();
        var pods = sight.seen().evidence().pods();
        return EconomicsReader.facts(
                filed.nodes(), around.jit().get(), around.aot().orElse(null), container, pods.jitStartups());
    }

    private static List<String> versions(Surroundings around, Filed filed, ClusterFacts facts) {
        var versions = new ArrayList<String>();
        versions.add(version(filed.libraryPolicy()));
        versions.add("" + around.rollout().getMetadata().getGeneration());
        filed.exceptions().forEach(exception -> versions.add(version(exception)));
        filed.documents().values().stream().map(Governance::version).sorted().forEach(versions::add);
        versions.addAll(facts.aotImageDigests().stream().sorted().toList());
        versions.add("" + facts.started());
        return versions;
    }

    private static String version(@Nullable HasMetadata object) {
        return object == null
                ? ""
                : object.getMetadata().getUid() + object.getMetadata().getResourceVersion();
    }

    void forget(ObjectKey rollout) {
        kept.remove(rollout);
    }

    /** Everything whose change must wake {@code rollout}. */
    static Set<ObjectKey> interests(AotRollout rollout) {
        var namespace = rollout.getMetadata().getNamespace();
        var candidate = rollout.getSpec().candidate();
        var objects = new HashSet<ObjectKey>();
        objects.add(new ObjectKey("AOTException", namespace, ObjectKey.ANY));
        objects.add(new ObjectKey("AOTApproval", namespace, ObjectKey.ANY));
        if (candidate.rubric() != null) objects.add(new ObjectKey("AOTCandidateRubric", "", candidate.rubric()));
        if (candidate.libraryPolicy() != null)
            objects.add(new ObjectKey("AOTLibraryPolicy", "", candidate.libraryPolicy()));
        documentNames(rollout).forEach(name -> objects.add(new ObjectKey("ConfigMap", namespace, name)));
        var wave = rollout.getSpec().wave();
        if (wave != null) objects.add(new ObjectKey("AOTWavePlan", "", wave.plan()));
        return objects;
    }
}
