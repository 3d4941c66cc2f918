package dev.aotrollout.judge;

import dev.aotrollout.statistics.Interval;
import dev.aotrollout.statistics.Planning;
import dev.aotrollout.statistics.RatioInterval;
import java.util.Optional;

/** The answer to a {@link CountQuestion} at one look, with its numbers. */
final class CountTest {
    /** Probability that AOT is called no worse although it is. */
    private static final double FALSE_PASS = 0.05;

    private static final double LOG_PASS = -Math.log(FALSE_PASS);

    /** Evidence that AOT is worse than tolerated, as a natural logarithm. */
    static final double LOG_WORSE = -Math.log(Allowance.JUST_TOLERATED);

    private static final double INTERVAL_ALPHA = 0.05;

    private final CountQuestion question;
    private final Traffic traffic;
    private final Said said;
    private final double dispersion;
    private final Counts aot;
    private final Counts jit;
    private final Lazily<Figures> figures;

    private CountTest(CountQuestion question, Traffic traffic, Said said, double dispersion, Recall recall) {
        this.question = question;
        this.traffic = traffic;
        this.said = said;
        this.dispersion = dispersion;
        aot = traffic.aot();
        jit = traffic.jit();
        figures = recall.answer(
                question.name(), new Inputs(question.maxRatio(), dispersion, aot, jit), () -> Lazily.of(this::measure));
    }

    private record Inputs(double maxRatio, double dispersion, Counts aot, Counts jit) {}

    /** What the process, which goes on, said at this look. */
    private record Said(double highest, double highestAgainstEqual, double logNoWorse, Optional<Integer> worstRoute) {
        static Said of(CountProcess process) {
            return new Said(
                    process.highest(), process.highestAgainstEqual(), process.logNoWorse(), process.worstRoute());
        }
    }

    static CountTest of(CountQuestion question, Traffic traffic, Recall recall) {
        var dispersion = Overdispersion.factor(question, traffic, recall);
        var said = Said.of(read(question, traffic, 1 / dispersion, recall));
        return new CountTest(question, traffic, said, dispersion, recall);
    }

    /** What was read at earlier looks is not read again, but for a last bucket that has grown since. */
    private static CountProcess read(CountQuestion question, Traffic traffic, double temper, Recall recall) {
        var size = traffic.buckets().size();
        var known = recall.counts(question, temper);
        if (known.isEmpty()) return readOn(CountProcess.begin(question, traffic, temper), traffic, temper, recall);
        var before = known.get().traffic();
        var whole = known.get().whole();
        if (whole.continues(before, traffic))
            return whole.buckets() == size ? whole : readOn(whole, traffic, temper, recall);
        var settled = known.get().settled();
        return settled.continues(before, traffic)
                ? readOn(settled, traffic, temper, recall)
                : readOn(CountProcess.begin(question, traffic, temper), traffic, temper, recall);
    }

    private static CountProcess readOn(CountProcess process, Traffic traffic, double temper, Recall recall) {
        var size = traffic.buckets().size();
        if (size == 0) return process;
        process.read(traffic, size - 1);
        var whole = process;
        if (process.isEventful(traffic.buckets().getLast())) {
            whole = process.copy();
            whole.read(traffic, size);
        }
        recall.keep(process.question(), temper, new Recall.Counted(traffic, whole, process));
        return whole;
    }

    /**
     * Whether AOT was, at the end of any bucket, surely worse than tolerated, and not by chance.
     *
     * @param alpha the probability that an AOT track that equals JIT is rejected
     */
    boolean rejects(double alpha) {
        return said.highestAgainstEqual() >= -Math.log(alpha);
    }

    /** Whether the data rule out that AOT has such requests at least {@link CountQuestion#worseRatio()} times as often as JIT. */
    boolean isNoWorse() {
        return said.logNoWorse() >= LOG_PASS;
    }

    /** Expected AOT events until an AOT track that equals JIT is called no worse. */
    static double eventsToPass() {
        return Planning.eventsToPass(2, FALSE_PASS);
    }

    /** Why there is no answer yet. */
    Reason unanswered() {
        return exposure() == 0 ? Reason.NoTraffic : Reason.ThinEvidence;
    }

    Counts aot() {
        return aot;
    }

    Counts jit() {
        return jit;
    }

    long exposure() {
        return question.exposure().applyAsLong(aot);
    }

    long events() {
        return question.events().applyAsLong(aot);
    }

    Figures figures() {
        return figures.get();
    }

    private Figures measure() {
        var ratio = question.share(aot);
        var jitExposure = question.exposure().applyAsLong(jit);
        var jitEvents = question.events().applyAsLong(jit);
        // Without a single event on either side any ratio would do.
        if (events() + jitEvents == 0 || jitExposure == 0 || exposure() == 0)
            return new Figures.Measured("ratio", ratio, 1, exposure());
        var interval = interval(jitEvents, jitExposure);
        return new Figures.Compared("ratio", question.share(jit), ratio, interval, question.maxRatio(), exposure());
    }

    /** Events that come in bursts of single pods say less of the ratio: so many count as one. */
    private Interval interval(long jitEvents, long jitExposure) {
        var independent = RatioInterval.of(events(), exposure(), jitEvents, jitExposure, INTERVAL_ALPHA);
        if (dispersion == 1) return independent;
        var wider = RatioInterval.of(
                events() / dispersion, exposure(), jitEvents / dispersion, jitExposure, INTERVAL_ALPHA);
        return new Interval(
                independent.estimate(),
                Math.min(independent.low(), wider.low()),
                Math.max(independent.high(), wider.high()));
    }

    /** How many AOT requests are missing, before which there is no pass, whatever they say. */
    String tooFew(long minRequests, String which, StepWindow step) {
        return Text.count(exposure()) + " of " + Text.count(minRequests) + " " + which + " needed so far"
                + Outstanding.text(minRequests - exposure(), exposure(), step);
    }

    /** {@code message} with the numbers of this test. */
    Finding.Words words(String message) {
        return new Finding.Words(message, figures());
    }

    /** Both tracks in one sentence: "3 of 150 AOT requests failed (2 %), 3 of 2,850 JIT requests (0.105 %), 19x [5.1, 62]". */
    String numbers(String what) {
        var text = sides(what, aot, jit);
        return figures() instanceof Figures.Compared compared ? text + ", " + Text.ratio(compared.ratio()) : text;
    }

    private String sides(String what, Counts ofAot, Counts ofJit) {
        return Text.count(question.events().applyAsLong(ofAot)) + " of "
                + Text.count(question.exposure().applyAsLong(ofAot)) + " AOT requests " + what + " ("
                + Text.percentOf(question.share(ofAot)) + "), "
                + Text.count(question.events().applyAsLong(ofJit)) + " of "
                + Text.count(question.exposure().applyAsLong(ofJit)) + " JIT requests ("
                + Text.percentOf(question.share(ofJit)) + ")";
    }

    /** The route that speaks loudest against AOT, with its numbers. */
    Optional<String> worstRoute(String what) {
        return said.worstRoute().map(place -> {
            var route = traffic.routes().get(place);
            return "worst on route " + route.route() + ": " + sides(what, route.aot(), route.jit());
        });
    }

    /** {@code evidence that AOT is beyond 1.25x: ln E 1.2 at most, a rollback needs 4.6}; once it has that, how far it is from chance. */
    String evidence(double alpha) {
        return said.highest() < LOG_WORSE
                ? proof("beyond " + Text.trimmed(question.maxRatio()) + "x", said.highest(), LOG_WORSE)
                : proof("beyond chance", said.highestAgainstEqual(), -Math.log(alpha));
    }

    private static String proof(String what, double logE, double needed) {
        return "evidence that AOT is " + what + ": ln E " + Text.trimmed(logE) + " at most, a rollback needs "
                + Text.trimmed(needed);
    }

    /** What a reader should know of bursts; nothing where events are independent. */
    Optional<String> bursts() {
        return dispersion > 1
                ? Optional.of("JIT pods differ among themselves " + Text.trimmed(dispersion)
                        + " times as much as by chance, so each event counts for less")
                : Optional.empty();
    }
}
