package dev.aotrollout.oncall;

import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.FindingStatus;
import dev.aotrollout.api.AotRolloutStatus.Observed;
import dev.aotrollout.api.AotRolloutStatus.TrackStatus;
import dev.aotrollout.terminal.Screen;
import dev.aotrollout.terminal.Styles;
import dev.aotrollout.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Both tracks side by side: pods, image, and what the guards measured of each. */
final class TrackTable {
    private static final int LONGEST_IMAGE = 28;

    /** Heading of a column, and the guard whose numbers it shows. */
    private record Measure(String head, String guard) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("errors", "errors"),
            new Measure("slow", "latency"),
            new Measure("memory", "memory"),
            new Measure("cpu/req", "cpu"),
            new Measure("startup", "startup"));

    private TrackTable() {}

    static List<String> lines(Standing at, Images images, Screen screen) {
        var observed = at.status().map(AotRolloutStatus::observed);
        if (observed.isEmpty()) return List.of();
        List<FindingStatus> findings = at.status().map(AotRolloutStatus::findings).orElse(List.of());
        var shown = MEASURES.stream()
                .filter(measure -> compared(findings, measure).isPresent())
                .toList();
        var withImage = !images.jit().isEmpty() || !images.aot().isEmpty();
        var room = Math.clamp(screen.columns() - 20L - 11L * shown.size(), 12, LONGEST_IMAGE);
        var tracks = List.of(
                new Track("JIT", observed.map(Observed::jit), images.jit(), FindingStatus::jit),
                new Track("AOT", observed.map(Observed::aot), images.aot(), FindingStatus::aot));
        var table = new Table();
        table.row(Stream.of(
                        Stream.of("Track", "ready"),
                        withImage ? Stream.of("image") : Stream.<String>of(),
                        shown.stream().map(Measure::head))
                .flatMap(heads -> heads)
                .toList());
        for (var track : tracks) {
            var cells = new ArrayList<>(List.of(track.name(), track.pods()));
            if (withImage) cells.add(Styles.cut(Images.brief(track.image()), room));
            for (var measure : shown)
                cells.add(compared(findings, measure).map(track::figure).orElse("-"));
            table.row(cells);
        }
        return table.lines("");
    }

    private static Optional<FindingStatus> compared(List<FindingStatus> findings, Measure measure) {
        return findings.stream()
                .filter(finding -> finding.guard().equals(measure.guard()))
                .filter(finding -> finding.jit() != null && finding.aot() != null)
                .findFirst();
    }

    private record Track(
            String name, Optional<TrackStatus> status, String image, Function<FindingStatus, @Nullable Double> side) {
        String pods() {
            return status.map(one -> "%s/%s%s"
                            .formatted(
                                    one.ready(), one.desired(), Boolean.FALSE.equals(one.rolledOut()) ? " updating" : ""))
                    .orElse("none");
        }

        String figure(FindingStatus finding) {
            var value = side.apply(finding);
            return value == null ? "-" : Figure.amount(finding.unit(), value);
        }
    }
}
