package dev.aotrollout.governance;

import static dev.aotrollout.governance.Waves.T0;
import static dev.aotrollout.governance.Waves.claim;
import static dev.aotrollout.governance.Waves.done;
import static dev.aotrollout.governance.Waves.ended;
import static dev.aotrollout.governance.Waves.failed;
import static dev.aotrollout.governance.Waves.paced;
import static dev.aotrollout.governance.Waves.plan;
import static dev.aotrollout.governance.Waves.rules;
import static dev.aotrollout.governance.Waves.running;
import static dev.aotrollout.governance.Waves.stage;
import static dev.aotrollout.governance.Waves.standard;
import static dev.aotrollout.governance.Waves.waiting;
import static dev.aotrollout.governance.Waves.withIncident;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.WaveSlot;
import dev.aotrollout.judge.Reason;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the board says next, in sentences. */
class WavePlannerTest {
    private static final Instant SOON = T0.plusSeconds(1200);
    private static final WavePlan.Commands NONE = new WavePlan.Commands("", "");
    private static final List<WaveMember> REST =
            List.of(waiting("shop/b", "edge"), waiting("shop/c", "edge"), waiting("pay/d", "edge"));

    private static WaveBoard look(WavePlan plan, WaveBoard before, Instant now, WaveMember... members) {
        return WavePlanner.plan(plan, before, List.of(members), now);
    }

    private static WaveBoard look(
            WavePlan plan, WaveBoard before, Instant now, WaveMember pilot, List<WaveMember> rest) {
        return look(
                plan,
                before,
                now,
                Stream.concat(Stream.of(pilot), rest.stream()).toArray(WaveMember[]::new));
    }

    private static List<String> holders(WaveBoard board) {
        return board.slots().stream().map(grant -> grant.key().toString()).toList();
    }

    private static WaveBoard begun() {
        return look(standard(), WaveBoard.NEW, T0, waiting("shop/a", "pilot"), REST);
    }

    @Test
    void theFirstWaveOpensAndOnlyItsServiceGetsASlot() {
        var board = begun();

        assertThat(holders(board)).containsExactly("shop/a");
        assertThat(board.headline())
                .isEqualTo(new WaveBoard.Headline(
                        WavePhase.RUNNING, "pilot", "wave pilot: 0 of 1 done, 1 in flight, 0 waiting"));
        assertThat(WaveSlots.slot(standard(), board, claim(waiting("shop/a", "pilot")), SOON))
                .isInstanceOf(WaveSlot.Admitted.class);
        assertThat(WaveSlots.slot(standard(), board, claim(REST.getFirst()), SOON))
                .isInstanceOfSatisfying(WaveSlot.Waits.class, waits -> {
                    assertThat(waits.reason()).isEqualTo(Reason.WaveWaits);
                    assertThat(waits.message()).contains("wave edge is not open; wave pilot: 0 of 1 done");
                });
    }

    @Test
    void aSteadyPlanSaysTheSame() {
        var board = look(standard(), begun(), SOON, running("shop/a", "pilot", T0.plusSeconds(1)), REST);

        assertThat(look(standard(), board, SOON.plusSeconds(9), running("shop/a", "pilot", T0.plusSeconds(1)), REST))
                .isEqualTo(board);
    }

    @Test
    void aSlotStaysTakenUntilTheEvidenceIsWritten() {
        var ended = look(standard(), begun(), SOON, ended("shop/a", "pilot", Outcome.PROMOTED, SOON), REST);
        var filed = look(standard(), ended, SOON, done("shop/a", "pilot", SOON, 54), REST);

        assertThat(holders(ended)).containsExactly("shop/a");
        assertThat(filed.slots()).isEmpty();
    }

    @Test
    void aWaveThatIsDoneSoaksThenTheNextOpens() {
        var pilot = done("shop/a", "pilot", SOON, 54);
        var soaking = look(standard(), begun(), SOON, pilot, REST);
        var open = look(standard(), soaking, SOON.plusSeconds(3600), pilot, REST);

        assertThat(soaking.headline().message())
                .isEqualTo(
                        "wave pilot: 1 of 1 done (memory -54 % (n=1), startup -80 % (n=1), saves 10 EUR a month), soaks until 2026-11-25T11:20:00Z; then wave edge opens (3 services, 1 at a time)");
        assertThat(look(standard(), soaking, SOON.plusSeconds(3599), pilot, REST)
                        .slots())
                .isEmpty();
        assertThat(holders(open)).containsExactly("pay/d");
        assertThat(WaveNews.of(soaking, open).stream().map(WaveNews::reason))
                .containsExactly(Reason.WaveComplete, Reason.WaveOpened);
        assertThat(WaveSlots.slot(standard(), open, claim(REST.getFirst()), SOON.plusSeconds(3601)))
                .isInstanceOfSatisfying(
                        WaveSlot.Waits.class,
                        waits -> assertThat(waits.message())
                                .isEqualTo(
                                        "plan net-aot: place 1 of 2 in wave edge: 1 of 1 slots of the wave are taken (pay/d)"));
    }

    @Test
    void aRollbackHaltsEverythingUntilSomebodyResumes() {
        var back = failed("shop/a", "pilot", SOON);
        var halted = look(standard(), begun(), SOON, back, REST);
        var resumedPlan = plan(rules(true, false), new WavePlan.Commands("", "fixed in 1.4.3"), stages());
        var resumed = look(resumedPlan, halted, SOON.plusSeconds(60), back, REST);
        var retried = look(resumedPlan, resumed, SOON.plusSeconds(70), waiting("shop/a", "pilot"), REST);

        assertThat(halted.headline().phase()).isEqualTo(WavePhase.HALTED);
        assertThat(halted.headline().message()).contains("wave pilot: shop/a rolled back, 0 failures allowed");
        assertThat(WaveSlots.slot(standard(), halted, claim(running("shop/b", "edge", T0)), SOON))
                .isInstanceOf(WaveSlot.Held.class);
        assertThat(WaveSlots.slot(standard(), halted, claim(waiting("shop/b", "edge")), SOON))
                .isInstanceOfSatisfying(
                        WaveSlot.Waits.class,
                        waits -> assertThat(waits.reason()).isEqualTo(Reason.WaveHalted));
        assertThat(resumed.headline().phase()).isEqualTo(WavePhase.WAITING);
        assertThat(resumed.slots()).isEmpty();
        assertThat(holders(retried)).containsExactly("shop/a");
    }

    private static WaveStage[] stages() {
        return standard().stages().toArray(WaveStage[]::new);
    }

    @Test
    void theSameResumeIsNotTakenTwice() {
        var plan = plan(rules(true, false), new WavePlan.Commands("", "again"), stages());
        var before = look(plan, WaveBoard.NEW, T0, waiting("shop/a", "pilot"), REST);

        var halted = look(plan, before, SOON, failed("shop/a", "pilot", SOON), REST);

        assertThat(halted.resume().handled()).isEqualTo("again");
        assertThat(look(plan, halted, SOON.plusSeconds(5), failed("shop/a", "pilot", SOON), REST)
                        .headline()
                        .phase())
                .isEqualTo(WavePhase.HALTED);
    }

    @Test
    void evidenceThatShowsTooLittleOpensNothing() {
        var pilot = done("shop/a", "pilot", SOON, 12);

        var halted = look(standard(), begun(), SOON, pilot, REST);
        var goesOn = look(plan(rules(false, false), NONE, stages()), begun(), SOON.plusSeconds(7200), pilot, REST);

        assertThat(halted.halt().why())
                .isEqualTo("wave pilot: shop/a: memory gain 12 %, at least 20 % needed (evidence "
                        + pilot.packs().getFirst().name() + ")");
        assertThat(goesOn.slots()).isEmpty();
        assertThat(goesOn.headline().message()).contains("does not open the next wave: shop/a: memory gain 12 %");
    }

    @Test
    void anIncidentHaltsAndIsAcceptedByAResume() {
        var pilot = withIncident(running("shop/a", "pilot", T0.plusSeconds(1)), "INC-7");
        var halted = look(standard(), begun(), SOON, pilot, REST);
        var resumed = look(
                plan(rules(true, false), new WavePlan.Commands("", "not ours"), stages()),
                halted,
                SOON.plusSeconds(9),
                pilot,
                REST);

        assertThat(halted.halt().why()).isEqualTo("wave pilot: 1 incidents, 0 allowed (shop/a:INC-7)");
        assertThat(resumed.headline().phase()).isEqualTo(WavePhase.RUNNING);
    }

    @Test
    void aManualWaveOpensOnlyWhenItIsNamed() {
        var first = stage("pilot", "shop/a");
        var manual = new WaveStage("pilot", first.selection(), first.pace(), first.needs(), true);

        var closed = look(plan(rules(true, false), NONE, manual), WaveBoard.NEW, T0, waiting("shop/a", "pilot"));
        var open = look(
                plan(rules(true, false), new WavePlan.Commands("pilot", ""), manual),
                closed,
                SOON,
                waiting("shop/a", "pilot"));

        assertThat(closed.slots()).isEmpty();
        assertThat(closed.headline().message())
                .isEqualTo("wave pilot: opens by hand; set the annotation aotrollout.dev/open to \"pilot\"");
        assertThat(holders(open)).containsExactly("shop/a");
    }

    @Test
    void aFreezeHoldsAndThaws() {
        var freeze = new WaveFreeze.Weekly(
                "nights",
                Set.of(DayOfWeek.WEDNESDAY),
                LocalTime.of(10, 30),
                LocalTime.of(8, 0),
                ZoneId.of("Europe/Berlin"));
        var plan = plan(rules(true, false, freeze), NONE, stages());

        var frozen = look(plan, WaveBoard.NEW, T0, waiting("shop/a", "pilot"), REST);
        var thawed = look(plan, frozen, Instant.parse("2026-11-26T07:00:00Z"), waiting("shop/a", "pilot"), REST);

        assertThat(frozen.slots()).isEmpty();
        assertThat(frozen.headline().message()).startsWith("frozen until 2026-11-26T07:00:00Z (nights)");
        assertThat(WaveSlots.slot(plan, frozen, claim(running("shop/a", "pilot", T0)), SOON))
                .isInstanceOf(WaveSlot.Held.class);
        assertThat(holders(thawed)).containsExactly("shop/a");
    }

    @Test
    void whatHasBegunWithoutASlotTakesOne() {
        var plan = plan(stage("pilot", "shop/a"), paced(stage("edge", "shop/b", "shop/c"), 1, 0));

        var board = look(plan, WaveBoard.NEW, T0, running("shop/b", "edge", T0), waiting("shop/a", "pilot"));

        assertThat(holders(board)).containsExactly("shop/b", "shop/a");
    }

    @Test
    void aNewRevisionKeepsTheSlotOfARunThatItReplaces() {
        var other = new WaveGrant(Waves.key("shop/a"), "r0", "pilot", T0);
        var before = new WaveBoard(
                1,
                begun().headline(),
                List.of(other),
                begun().waves(),
                WaveBoard.Halt.NONE,
                WaveBoard.Resume.NONE,
                List.of(),
                WaveGains.NONE);

        var board = look(standard(), before, SOON, waiting("shop/a", "pilot"), REST);

        assertThat(board.slots()).containsExactly(new WaveGrant(Waves.key("shop/a"), "r1", "pilot", T0));
    }

    @Test
    void aRetryNeedsTheSlotAgain() {
        var grant = new WaveGrant(Waves.key("shop/a"), "r1", "pilot", T0);

        assertThat(grant.isFor(new WaveClaim(Waves.key("shop/a"), "pilot", "r1", false, Instant.MIN)))
                .isTrue();
        assertThat(grant.isFor(new WaveClaim(Waves.key("shop/a"), "pilot", "r1", false, SOON)))
                .isFalse();
    }

    @Test
    void aClockThatJumpsBackOpensNothingAndLosesNoSlot() {
        var before = look(standard(), begun(), SOON, running("shop/a", "pilot", T0), REST);

        var back = look(standard(), before, T0.minusSeconds(3600), done("shop/a", "pilot", SOON, 54), REST);

        assertThat(back.slots()).isEqualTo(before.slots());
        assertThat(back.problems().getFirst())
                .startsWith("the clock says 2026-11-25T09:00:00Z, but the status speaks of 2026-11-25T10:00:00Z");
    }

    @TestFactory
    Stream<DynamicTest> aPlanThatCannotBeUnderstoodAdmitsNobody() {
        return Stream.of(
                wrong("wave pilot is there twice", plan(stage("pilot", "shop/a"), stage("pilot", "shop/b"))),
                wrong(
                        "shop/a is listed in wave pilot and in wave edge",
                        plan(stage("pilot", "shop/a"), stage("edge", "shop/a"))),
                wrong("the first wave, pilot, has 2 services, 1 at most", plan(stage("pilot", "shop/a", "shop/b"))),
                wrong("shop/a names wave pilot, which this plan does not have", plan(stage("other", "shop/a"))),
                wrong("shop/a names wave pilot, which does not select it", plan(stage("pilot", "shop/x"))));
    }

    private static DynamicTest wrong(String problem, WavePlan plan) {
        return DynamicTest.dynamicTest(problem, () -> {
            var board = look(plan, WaveBoard.NEW, T0, waiting("shop/a", "pilot"));
            assertThat(board.headline().phase()).isEqualTo(WavePhase.INVALID);
            assertThat(board.slots()).isEmpty();
            assertThat(board.problems()).anySatisfy(text -> assertThat(text).startsWith(problem));
            assertThat(WaveSlots.slot(plan, board, claim(waiting("shop/a", "pilot")), T0))
                    .isInstanceOfSatisfying(
                            WaveSlot.Waits.class,
                            waits -> assertThat(waits.reason()).isEqualTo(Reason.WaveInvalid));
        });
    }

    @Test
    void aMissingPlanSaysWhatToDo() {
        assertThat(WaveSlots.missing("net-aot"))
                .isEqualTo(new WaveSlot.Waits(
                        Reason.WavePlanMissing,
                        "AOTWavePlan net-aot does not exist; create it, or correct spec.wave.plan"));
    }
}
