package dev.aotrollout.examples.demo.e2e;

import dev.aotrollout.examples.demo.cluster.Cluster;
import dev.aotrollout.examples.demo.cluster.DemoException;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The operator as a user installs it: in the cluster, by Helm, in a namespace with PodSecurity restricted. Closing it takes it away. */
final class InstallRelease implements AutoCloseable {
    /** Where it is installed. */
    static final String NAMESPACE = "aotrollout-system";

    /** Who it is for the API server. */
    static final String ACCOUNT = "system:serviceaccount:" + NAMESPACE + ":" + Helm.RELEASE;
    /** Who drains before an uninstall. */
    static final String DRAIN_ACCOUNT = ACCOUNT + "-drain";

    private static final String GROUP = "aotrollout.dev";
    private static final long GONE_SECONDS = 120;

    private final Cluster cluster;
    private final Helm helm;
    private final String image;

    InstallRelease(Cluster cluster, Helm helm, String image) {
        this.cluster = cluster;
        this.helm = helm;
        this.image = image;
        removePolicies();
        client().resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                        .endMetadata()
                        .build())
                .serverSideApply();
    }

    /** Other scenarios apply them without Helm, which does not take what it did not make. */
    private void removePolicies() {
        var admission = client().admissionRegistration().v1();
        for (var name : List.of("aotrollout-approver", "aotrollout-author")) {
            admission.validatingAdmissionPolicyBindings().withName(name).delete();
            admission.validatingAdmissionPolicies().withName(name).delete();
        }
    }

    private KubernetesClient client() {
        return cluster.client();
    }

    /** {@code helm install}; does not wait for pods. */
    void install(Path chart) throws InterruptedException {
        helm.run("install", Helm.RELEASE, chart, "--namespace", NAMESPACE, "--set-string", imageValues());
    }

    /** {@code helm upgrade}; waits until the new pods are ready and the old ones are gone. */
    void upgrade(Path chart, String... options) throws InterruptedException {
        helm.run(Stream.concat(
                        Stream.of(
                                "upgrade",
                                Helm.RELEASE,
                                chart,
                                "--namespace",
                                NAMESPACE,
                                "--set-string",
                                imageValues(),
                                "--wait",
                                "--timeout",
                                "4m"),
                        Stream.of(options))
                .toArray());
    }

    /** {@code helm uninstall}; returns when the drain has ended and everything is deleted. */
    void uninstall() throws InterruptedException {
        helm.run("uninstall", Helm.RELEASE, "--namespace", NAMESPACE, "--timeout", "5m", "--wait");
    }

    private String imageValues() {
        var colon = image.lastIndexOf(':');
        return "image.repository=%s,image.tag=%s".formatted(image.substring(0, colon), image.substring(colon + 1));
    }

    /** The operator's pods that have no end in sight. */
    List<Pod> pods() {
        return client()
                .pods()
                .inNamespace(NAMESPACE)
                .withLabel("app.kubernetes.io/name", "aotrollout")
                .list()
                .getItems()
                .stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .toList();
    }

    /** How many of them are ready. */
    long readyPods() {
        return pods().stream()
                .filter(pod -> pod.getStatus().getConditions().stream()
                        .anyMatch(c ->
                                c.getType().equals("Ready") && c.getStatus().equals("True")))
                .count();
    }

    /** The lease; empty before somebody took it. */
    Optional<LeaseSpec> lease() {
        return Optional.ofNullable(client().leases()
                        .inNamespace(NAMESPACE)
                        .withName(Helm.RELEASE)
                        .get())
                .map(lease -> lease.getSpec());
    }

    /** The pod that holds the lease; empty while none of those that live does. */
    Optional<Pod> leader() {
        var holder = lease().map(LeaseSpec::getHolderIdentity).orElse("");
        return pods().stream()
                .filter(pod -> holder.startsWith(pod.getMetadata().getName()))
                .findFirst();
    }

    /**
     * Ends a pod's process as the kernel would, and the pod with it, so that it does not come back under its name: as when its
     * node is lost.
     */
    void kill(Pod pod) {
        process(pod.getMetadata().getName()).destroyForcibly();
        client().resource(pod).withGracePeriod(0).delete();
    }

    /** Ends a pod as a rolling node upgrade would. */
    void end(Pod pod) {
        client().resource(pod).delete();
    }

    /** The pods of the test bed are processes of this machine. */
    private static ProcessHandle process(String pod) {
        return ProcessHandle.allProcesses()
                .filter(process -> environment(process).contains("POD_NAME=" + pod + "\0"))
                .findFirst()
                .orElseThrow(() -> new DemoException("no process of this machine has POD_NAME=" + pod));
    }

    private static String environment(ProcessHandle process) {
        try {
            return Files.readString(
                            Path.of("/proc", String.valueOf(process.pid()), "environ"), StandardCharsets.ISO_8859_1)
                    + "\0";
        } catch (IOException e) {
            return ""; // it has ended meanwhile
        }
    }

    /** Deletes our definitions, and with them every object of theirs: the cluster has never heard of us. */
    void removeDefinitions() {
        for (var definition : definitions()) {
            var resource =
                    client().apiextensions().v1().customResourceDefinitions().withName(definition);
            resource.delete();
            resource.waitUntilCondition(found -> found == null, GONE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** The names of our definitions on the cluster. */
    List<String> definitions() {
        return client().apiextensions().v1().customResourceDefinitions().list().getItems().stream()
                .filter(definition -> definition.getSpec().getGroup().equals(GROUP))
                .map(definition -> definition.getMetadata().getName())
                .toList();
    }

    /** As the chart before 0.2.0 asked for it. */
    void applyDefinitions() {
        cluster.installCrds();
    }

    /** Waits until all of them can be used. */
    void awaitDefinitions() {
        cluster.awaitCrds();
    }

    /** Reason and message of every Event about the rollout of a namespace. */
    List<String> events(String namespace) {
        return client().v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event -> event.getInvolvedObject().getKind().equals("AOTRollout"))
                .map(event -> event.getReason() + ": " + event.getMessage())
                .toList();
    }

    /** What of the release is left, but for the definitions. */
    List<String> leftovers() {
        var left = new ArrayList<String>();
        client().pods()
                .inNamespace(NAMESPACE)
                .list()
                .getItems()
                .forEach(pod -> left.add("Pod " + pod.getMetadata().getName()));
        client().secrets()
                .inNamespace(NAMESPACE)
                .list()
                .getItems()
                .forEach(secret -> left.add("Secret " + secret.getMetadata().getName()));
        client().serviceAccounts().inNamespace(NAMESPACE).list().getItems().stream()
                .filter(account -> !account.getMetadata().getName().equals("default"))
                .forEach(account ->
                        left.add("ServiceAccount " + account.getMetadata().getName()));
        client().rbac()
                .clusterRoles()
                .withLabel("app.kubernetes.io/part-of", "aotrollout")
                .withLabelNotIn("app.kubernetes.io/instance", OperatorAccount.NAME)
                .list()
                .getItems()
                .forEach(role -> left.add("ClusterRole " + role.getMetadata().getName()));
        return left;
    }

    /**
     * The calls of a release's account but those that came after Helm had begun to take its rights away: the pods end some moments
     * later.
     */
    static List<AuditLog.Call> whileItWasThere(List<AuditLog.Call> calls, List<AuditLog.Call> ofHelm) {
        var bindings = ofHelm.stream()
                .filter(call -> call.resource().endsWith("rolebindings") && call.writes())
                .filter(call ->
                        call.name().startsWith(Helm.RELEASE) && !call.name().endsWith("-drain"))
                .toList();
        return calls.stream()
                .filter(call -> bindings.stream()
                        .filter(change -> change.at().isBefore(call.at()))
                        .reduce((_, last) -> last)
                        .filter(change -> change.verb().equals("delete"))
                        .isEmpty())
                .toList();
    }

    @Override
    public void close() {
        try {
            helm.run("uninstall", Helm.RELEASE, "--namespace", NAMESPACE, "--no-hooks", "--ignore-not-found");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client().namespaces().withName(NAMESPACE).delete();
        client().namespaces()
                .withName(NAMESPACE)
                .waitUntilCondition(found -> found == null, GONE_SECONDS, TimeUnit.SECONDS);
        if (definitions().isEmpty()) {
            applyDefinitions();
        }
    }
}
