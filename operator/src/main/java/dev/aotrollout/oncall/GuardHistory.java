package dev.aotrollout.oncall;

import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.FindingStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The headline number of each guard in the statuses that were seen, oldest first. */
final class GuardHistory {
    private static final int KEPT = 60;

    private final Map<String, Deque<Double>> values = new HashMap<>();
    private String last = "";

    /** Notes what a status says, once. */
    void note(AotRolloutStatus status) {
        if (status.recordedAt() == null || status.recordedAt().equals(last)) return;
        last = status.recordedAt();
        List<FindingStatus> findings = status.findings() == null ? List.of() : status.findings();
        findings.forEach(this::note);
    }

    private void note(FindingStatus finding) {
        var value = finding.ratio() != null ? finding.ratio() : finding.aot();
        if (value == null) return;
        var course = values.computeIfAbsent(key(finding), _ -> new ArrayDeque<>());
        course.addLast(value);
        if (course.size() > KEPT) course.removeFirst();
    }

    /** The newest {@code most} values. */
    List<Double> of(FindingStatus finding, int most) {
        var course = new ArrayList<>(values.getOrDefault(key(finding), new ArrayDeque<>()));
        return course.subList(Math.max(0, course.size() - most), course.size());
    }

    /** A guard may ask several questions. */
    private static String key(FindingStatus finding) {
        return finding.guard() + " " + finding.unit() + (finding.ratio() == null);
    }
}
