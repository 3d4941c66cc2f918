package dev.aotrollout.benchmark;

import dev.aotrollout.judge.Guard;
import dev.aotrollout.judge.GuardName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One line of a table.
 *
 * @param world what it is about
 * @param subject what is wrong in it
 * @param domain the figure that the literature or our own simulations promise for one test at a time; a dash where there is none
 * @param scene drawn anew for each rollout
 * @param guards of our judge
 * @param everySeconds our judge looks
 * @param passOf the guard whose passes are counted instead of rollbacks
 */
record Row(
        String world,
        Subject subject,
        String domain,
        Function<Chance, Scene> scene,
        List<Guard> guards,
        int everySeconds,
        Optional<GuardName> passOf) {
    static Row caught(String world, Subject subject, String domain, Scene scene) {
        return new Row(world, subject, domain, _ -> scene, DefaultPlan.guards(), Tick.SECONDS, Optional.empty());
    }

    static Row healthy(String world, Function<Chance, Scene> scene) {
        return new Row(world, Subject.NOTHING, "-", scene, DefaultPlan.guards(), Tick.SECONDS, Optional.empty());
    }

    Row every(int seconds) {
        return new Row(world + ", look every " + seconds + " s", subject, domain, scene, guards, seconds, passOf);
    }
}
