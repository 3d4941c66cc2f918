package dev.aotrollout.evidence;

import dev.aotrollout.judge.Text;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The steps, who approved them, and every decision. */
final class HtmlCourse {
    private HtmlCourse() {}

    static Html of(EvidenceDocument document) {
        var course = document.course();
        return Html.all(
                ChartCourse.of(document),
                steps(course),
                approvals(course.approvals()),
                HtmlParts.more(
                        "All " + ReportWords.counted(course.transitions().size(), "decision"),
                        transitions(course.transitions())));
    }

    private static Html steps(Course course) {
        var columns = List.of("Step", "Served", "Left", "JIT failed#", "AOT failed#", "Budget spent#");
        var rows = course.taken().stream().map(step -> step(course, step)).toList();
        var table = new HtmlTable("Steps that were taken", columns, rows).drawn();
        var open = course.planned().size() - course.taken().size();
        var note = open <= 0
                ? Html.NOTHING
                : Html.tag("p", ReportWords.counted(open, "planned step") + " did not begin.")
                        .styled("note");
        return rows.isEmpty() ? Html.tag("p", "No step began.").styled("none") : Html.all(table, note);
    }

    private static List<Html> step(Course course, Course.StepTaken step) {
        var served = step.servedAt();
        var why = step.unmeasured();
        return List.of(
                Html.text("%s of %s, weight %s %%"
                        .formatted(step.index() + 1, course.planned().size(), step.weight())),
                Html.text(served == null ? "never" : ReportWords.minute(served)),
                Html.text(
                        served == null
                                ? ReportWords.minute(step.leftAt())
                                : "%s, after %s"
                                        .formatted(
                                                ReportWords.minute(step.leftAt()),
                                                ReportWords.between(served, step.leftAt()))),
                Html.text(why == null ? failed(step.jitErrors(), step.jitRequests()) : "not counted: " + why),
                Html.text(failed(step.aotErrors(), step.aotRequests())),
                Html.text(step.spentPercent() == null ? "–" : spent(step.spentPercent())));
    }

    private static String spent(double percent) {
        return percent < 0 ? "−" + Text.percent(-percent) : Text.percent(percent);
    }

    /** {@code 16 of 18,800 (0.085 %)}. */
    static String failed(@Nullable Long errors, @Nullable Long requests) {
        if (errors == null || requests == null) return "–";
        if (requests == 0) return "no requests";
        return "%s of %s (%s)"
                .formatted(Text.count(errors), Text.count(requests), Text.percentOf((double) errors / requests));
    }

    private static Html approvals(List<Course.Approval> approvals) {
        var rows = approvals.stream()
                .map(approval -> List.of(
                        Html.text("weight " + approval.weight() + " %"),
                        Html.text(approval.approver()),
                        Html.text(ReportWords.minute(approval.createdAt())),
                        Html.text(Objects.requireNonNullElse(approval.why(), "–")),
                        Html.tag("code", approval.resource())))
                .toList();
        return HtmlParts.titled(
                "Approvals", new HtmlTable("Approvals", List.of("For", "By", "When", "Why", "Resource"), rows).drawn());
    }

    private static Html transitions(List<Course.Transition> transitions) {
        var rows = transitions.stream()
                .map(move -> List.of(
                        Html.text(ReportWords.minute(move.at())
                                + ReportWords.second(move.at()).substring(5)),
                        Html.text(move.reason()),
                        Html.text(move.weight() + " %"),
                        Html.text(move.message())))
                .toList();
        return new HtmlTable("Decisions that changed something", List.of("When", "Reason", "Weight#", "What"), rows)
                .drawn();
    }
}
