package dev.aotrollout.evidence;

import dev.aotrollout.judge.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A document as JUnit XML, which CI servers show: checks, guards and steps as tests. */
public final class JunitReport {
    /** The schema that Jenkins validates with knows no zone. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private JunitReport() {}

    private sealed interface Result {
        record Passed() implements Result {}

        record Failed(String type, String message) implements Result {}

        record Skipped(String message) implements Result {}
    }

    /**
     * One test.
     *
     * @param output what is known beyond the result
     */
    private record Test(String name, double seconds, Result result, String output) {}

    private record Suite(String name, List<Test> tests) {
        long count(Predicate<Result> is) {
            return tests.stream().map(Test::result).filter(is).count();
        }

        double seconds() {
            return tests.stream().mapToDouble(Test::seconds).sum();
        }
    }

    /** The XML. */
    public static String of(EvidenceDocument document) {
        var suites = List.of(
                new Suite("checks", checks(document)),
                new Suite("guards", guards(document)),
                new Suite("steps", steps(document)));
        var subject = document.subject();
        var name = "%s.%s".formatted(subject.namespace(), subject.rollout());
        var at = TIME.format(Instant.parse(document.conclusion().startedAt()));
        var inside = suites.stream()
                .filter(suite -> !suite.tests().isEmpty())
                .map(suite -> suite(suite, name, at))
                .toList();
        var all = new Suite(
                name, suites.stream().flatMap(suite -> suite.tests().stream()).toList());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + counted(Html.tag("testsuites", inside), all) + "\n";
    }

    private static Html suite(Suite suite, String rollout, String at) {
        var cases = suite.tests().stream()
                .map(test -> test(test, rollout + "." + suite.name()))
                .toList();
        return counted(Html.tag("testsuite", Html.text("\n"), Html.all(cases)), suite)
                .with("timestamp", at);
    }

    private static Html counted(Html element, Suite suite) {
        return element.with("name", suite.name())
                .with("tests", Integer.toString(suite.tests().size()))
                .with("failures", Long.toString(suite.count(Result.Failed.class::isInstance)))
                .with("errors", "0")
                .with("skipped", Long.toString(suite.count(Result.Skipped.class::isInstance)))
                .with("time", seconds(suite.seconds()));
    }

    private static Html test(Test test, String suite) {
        var result = switch (test.result()) {
            case Result.Passed() -> Html.NOTHING;
            case Result.Failed(var type, var message) ->
                Html.tag("failure", message).with("type", type).with("message", message);
            case Result.Skipped(var message) -> Html.tag("skipped").with("message", message);
        };
        var output = test.output().isEmpty() ? Html.NOTHING : Html.tag("system-out", test.output());
        return Html.all(
                Html.tag("testcase", result, output)
                        .with("classname", suite)
                        .with("name", test.name())
                        .with("time", seconds(test.seconds())),
                Html.text("\n"));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    private static List<Test> checks(EvidenceDocument document) {
        var candidate = document.candidate();
        if (candidate == null) return List.of();
        return candidate.checks().stream()
                .map(check -> new Test(check.name(), 0, result(check, candidate.blocking()), check.message()))
                .toList();
    }

    private static Result result(Candidate.Check check, boolean blocking) {
        return switch (check.verdict()) {
            case "Passed" -> new Result.Passed();
            case "Failed" ->
                blocking
                        ? new Result.Failed(check.reason(), check.message())
                        : new Result.Skipped("failed, but only informs: " + check.message());
            default -> new Result.Skipped("unknown: " + check.message());
        };
    }

    private static List<Test> guards(EvidenceDocument document) {
        var seen = new HashMap<String, Integer>();
        return document.guards().stream()
                .map(guard -> {
                    var count = seen.merge(guard.guard(), 1, Integer::sum);
                    var name = count == 1 ? guard.guard() : guard.guard() + " " + count;
                    return new Test(name, 0, result(guard), output(guard));
                })
                .toList();
    }

    private static Result result(GuardAnswer guard) {
        if (guard.verdict().equals(GuardAnswer.PASS)) return new Result.Passed();
        if (guard.mode().equals(GuardAnswer.OBSERVE))
            return new Result.Skipped("observed only, %s: %s".formatted(guard.verdict(), guard.message()));
        return guard.verdict().equals(GuardAnswer.FAIL)
                ? new Result.Failed(guard.reason(), guard.message())
                : new Result.Skipped("unknown: " + guard.message());
    }

    private static String output(GuardAnswer guard) {
        var lines = new ArrayList<String>();
        lines.add(guard.message());
        lines.addAll(guard.details());
        return String.join("\n", lines);
    }

    /** The step in which a run was rolled back fails; what was not reached is skipped. */
    private static List<Test> steps(EvidenceDocument document) {
        var course = document.course();
        var rolledBack = document.conclusion().outcome().equals(Conclusion.ROLLED_BACK);
        var failed = new Result.Failed(
                document.conclusion().reason(), document.conclusion().message());
        var tests = new ArrayList<Test>();
        var reached = course.taken().size();
        for (var i = 0; i < reached; i++) {
            var step = course.taken().get(i);
            var result = rolledBack && i == reached - 1 ? failed : new Result.Passed();
            tests.add(new Test(name(step.index(), step.weight()), duration(step), result, output(step)));
        }
        for (var i = reached; i < course.planned().size(); i++) {
            var step = course.planned().get(i);
            var result = rolledBack && i == 0 ? failed : new Result.Skipped("not reached");
            tests.add(new Test(name(step.index(), step.weight()), 0, result, ""));
        }
        return tests;
    }

    private static String name(int index, int weight) {
        return "step %s, weight %s %%".formatted(index + 1, weight);
    }

    private static double duration(Course.StepTaken step) {
        var set = step.weightSetAt();
        if (set == null) return 0;
        return Duration.between(Instant.parse(set), Instant.parse(step.leftAt()))
                        .toMillis()
                / 1000.0;
    }

    private static String output(Course.StepTaken step) {
        var unmeasured = step.unmeasured();
        if (unmeasured != null) return "not counted: " + unmeasured;
        var spent = step.spentPercent();
        return "AOT failed %s, JIT failed %s%s"
                .formatted(
                        HtmlCourse.failed(step.aotErrors(), step.aotRequests()),
                        HtmlCourse.failed(step.jitErrors(), step.jitRequests()),
                        spent == null ? "" : ", %s of the error budget".formatted(Text.percent(spent)));
    }
}
