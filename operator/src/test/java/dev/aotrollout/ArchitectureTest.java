package dev.aotrollout;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The architecture as data: which package may use which of ours, and which libraries. */
class ArchitectureTest {
    private static final String BASE = "dev.aotrollout.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.aotrollout");

    /** Beside {@code java.lang}, {@code java.util}, {@code java.time} and JSpecify, which all may use. */
    private record Allowed(Set<String> ours, Set<String> others) {}

    private static final Map<String, Allowed> PACKAGES = Map.ofEntries(
            entry("api", Set.of(), Set.of("com.fasterxml.jackson.annotation", "io.fabric8")),
            entry("json", Set.of(), Set.of("com.fasterxml.jackson", "io.fabric8.kubernetes.client.utils", "java.io")),
            entry(
                    "http",
                    Set.of(),
                    Set.of("io.fabric8.kubernetes.client.jdkhttp", "java.io", "java.net", "javax.net.ssl")),
            entry("statistics", Set.of(), Set.of("org.apache.commons.statistics")),
            entry("judge", Set.of("statistics"), Set.of("org.apache.commons.statistics")),
            entry("decision", Set.of("judge"), Set.of()),
            entry(
                    "materials",
                    Set.of(),
                    Set.of("com.fasterxml.jackson", "java.io", "java.nio", "java.security", "java.math")),
            entry("governance", Set.of("decision", "judge", "materials"), Set.of("java.math")),
            entry(
                    "intake",
                    Set.of("api", "decision", "governance", "judge", "materials"),
                    Set.of("io.fabric8.kubernetes.api.model", "java.nio.charset")),
            entry(
                    "evidence",
                    Set.of("decision", "governance", "judge", "materials"),
                    Set.of(
                            "com.fasterxml.jackson",
                            "java.io",
                            "java.math",
                            "java.nio",
                            "java.security",
                            "javax.xml",
                            "org.w3c.dom")),
            entry(
                    "status",
                    Set.of("api", "decision", "governance", "judge", "statistics"),
                    Set.of("io.fabric8.kubernetes.api.model", "java.math")),
            entry(
                    "cluster",
                    Set.of("api", "http", "json"),
                    Set.of("io.fabric8", "com.fasterxml.jackson", "java.net", "java.io", "java.nio")),
            entry(
                    "observe",
                    Set.of("decision", "governance", "judge", "cluster"),
                    Set.of(
                            "java.net",
                            "java.io",
                            "java.nio",
                            "java.security",
                            "javax.net.ssl",
                            "java.math",
                            "com.fasterxml.jackson",
                            "io.fabric8.kubernetes.api.model")),
            entry(
                    "simulation",
                    Set.of("api", "intake", "decision", "governance", "json", "judge", "statistics", "status"),
                    Set.of(
                            "io.fabric8.kubernetes.api.model",
                            "io.fabric8.kubernetes.client.utils",
                            "com.fasterxml.jackson")),
            entry("traffic", Set.of("decision", "cluster"), Set.of("com.fasterxml.jackson")),
            entry(
                    "workload",
                    Set.of("api", "decision", "cluster"),
                    Set.of(
                            "io.fabric8.kubernetes.api",
                            "io.fabric8.kubernetes.client.utils",
                            "com.fasterxml.jackson",
                            "java.security",
                            "java.math",
                            "java.nio")),
            entry(
                    "notify",
                    Set.of(),
                    Set.of("com.fasterxml.jackson", "java.io", "java.net", "java.nio", "org.yaml.snakeyaml")),
            entry("terminal", Set.of(), Set.of("com.fasterxml.jackson", "java.io", "java.nio", "picocli")),
            entry(
                    "oncall",
                    Set.of("api", "decision", "http", "intake", "json", "judge", "terminal"),
                    Set.of(
                            "com.fasterxml.jackson",
                            "io.fabric8",
                            "java.io",
                            "java.net",
                            "java.nio",
                            "javax.net.ssl",
                            "picocli")),
            entry("telemetry", Set.of(), Set.of("io.prometheus", "java.io")));

    private static final Map<String, Set<String>> IMPURE = Map.of(
            "java.time.Instant", Set.of("now"),
            "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system"),
            "java.time.InstantSource", Set.of("system"),
            "java.lang.System", Set.of("nanoTime", "currentTimeMillis"),
            "java.lang.Thread", Set.of("sleep"),
            "java.lang.Math", Set.of("random"));

    private static Map.Entry<String, Allowed> entry(String name, Set<String> ours, Set<String> others) {
        return Map.entry(name, new Allowed(ours, others));
    }

    @TestFactory
    Stream<DynamicTest> everyPackageUsesOnlyWhatTheTableAllows() {
        return PACKAGES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> classes()
                                .that()
                                .resideInAPackage(BASE + entry.getKey())
                                .should()
                                .onlyDependOnClassesThat(allowed(entry.getKey(), entry.getValue()))
                                .check(CLASSES)));
    }

    private static DescribedPredicate<JavaClass> allowed(String self, Allowed allowed) {
        var basics = Stream.of("java.lang", "java.util", "java.time", "java.text", "org.jspecify");
        var ours = allowed.ours().stream().map(name -> BASE + name);
        var prefixes = Stream.concat(
                        Stream.concat(basics, allowed.others().stream()), Stream.concat(ours, Stream.of(BASE + self)))
                .toList();
        return DescribedPredicate.describe(
                "in " + prefixes,
                type -> type.getBaseComponentType().isPrimitive()
                        || prefixes.stream().anyMatch(prefix -> isIn(type, prefix)));
    }

    private static boolean isIn(JavaClass type, String prefix) {
        var name = type.getBaseComponentType().getPackageName();
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }

    @Test
    void everyPackageHasARow() {
        var known = Stream.concat(PACKAGES.keySet().stream(), Stream.of("runtime", "cli"))
                .toList();
        assertThat(CLASSES.stream()
                        .map(type -> type.getPackageName().substring(BASE.length()))
                        .distinct())
                .allMatch(known::contains);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        var sources = Path.of(System.getProperty("aotrollout.root"), "operator/src/main/java/dev/aotrollout");
        assertThat(CLASSES.stream()
                        .map(type -> type.getPackageName().substring(BASE.length()))
                        .distinct())
                .allSatisfy(name -> assertThat(
                                Files.readString(sources.resolve(name).resolve("package-info.java")))
                        .contains("@NullMarked")
                        .startsWith("/**"));
    }

    @Test
    void clocksAndChanceAreOnlyInTheWiring() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.aotrollout.runtime.Wiring")
                .and()
                .doNotHaveFullyQualifiedName("dev.aotrollout.terminal.WallClock")
                .should()
                .callMethodWhere(DescribedPredicate.describe("read a clock, sleep or draw", ArchitectureTest::isImpure))
                .check(CLASSES);
    }

    private static boolean isImpure(JavaAccess<?> access) {
        var methods = IMPURE.getOrDefault(access.getTargetOwner().getFullName(), Set.of());
        return methods.contains(access.getTarget().getName());
    }

    @Test
    void onlyTheShellKnowsTheFrameworks() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "runtime", BASE + "cluster", BASE + "cli", BASE + "oncall")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.fabric8.kubernetes.client.KubernetesClient")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "runtime")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javaoperatorsdk..", "org.slf4j..")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatATypeIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Common)")
                .check(CLASSES);
    }

    @Test
    void theCoreIsMadeOfValues() {
        classes()
                .that()
                .resideInAnyPackage(BASE + "judge", BASE + "decision")
                .and()
                .areNotInterfaces()
                .and()
                .areNotAnonymousClasses()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(CLASSES);
    }
}
