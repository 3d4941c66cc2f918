package dev.aotrollout.oncall;

import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.FindingStatus;
import dev.aotrollout.api.ObservedStatus;
import dev.aotrollout.api.ObservedStatus.TrackStatus;
import dev.aotrollout.terminal.Screen;
import dev.aotrollout.terminal.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Both tracks side by side: pods, image, and what the guards measured of each. */
final class TrackTable {
    private static final int LONGEST_IMAGE = 40;
    private static final int SHORTEST_IMAGE = 8;
    private static final int TRACK_AND_PODS = "Track  ready  ".length() + 2;

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
        List<FindingStatus> findings =
                at.status().map(AotRolloutStatus::findings).orElse(List.of());
        var shown = MEASURES.stream()
                .filter(measure -> compared(findings, measure).isPresent())
                .toList();
        var tracks = List.of(
                new Track("JIT", observed.map(ObservedStatus::jit), images.jit(), FindingStatus::jit),
                new Track("AOT", observed.map(ObservedStatus::aot), images.aot(), FindingStatus::aot));
        var figures = new Table();
        figures.row(shown.stream().map(Measure::head).toList());
        for (var track : tracks)
            figures.row(shown.stream()
                    .map(measure ->
                            compared(findings, measure).map(track::figure).orElse("-"))
                    .toList());
        var right = figures.lines("");
        var room = screen.columns()
                - TRACK_AND_PODS
                - right.stream().mapToInt(String::length).max().orElse(0);
        var table = new Table();
        table.row(cells("Track", "ready", images.isKnown() ? "image" : "", right.getFirst()));
        for (var i = 0; i < tracks.size(); i++) {
            var track = tracks.get(i);
            var image = Images.brief(track.image(), Math.clamp(room, SHORTEST_IMAGE, LONGEST_IMAGE));
            table.row(cells(track.name(), track.pods(), images.isKnown() ? image : "", right.get(i + 1)));
        }
        return table.lines("");
    }

    private static List<String> cells(String track, String pods, String image, String figures) {
        return image.isEmpty() ? List.of(track, pods, figures) : List.of(track, pods, image, figures);
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
                                    one.ready(),
                                    one.desired(),
                                    Boolean.FALSE.equals(one.rolledOut()) ? " updating" : ""))
                    .orElse("none");
        }

        String figure(FindingStatus finding) {
            var value = side.apply(finding);
            return value == null ? "-" : Figure.amount(finding.unit(), value);
        }
    }
}
