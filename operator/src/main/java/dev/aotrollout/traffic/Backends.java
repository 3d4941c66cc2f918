package dev.aotrollout.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The weights of one rule. JIT and AOT are a pair: what the pair has together is the user's, how it is divided is ours.
 *
 * @param refs in the order of the rule
 */
record Backends(List<Backend> refs, RouteTarget target) {
    /** The largest weight that the API takes. */
    static final long LIMIT = 1_000_000;

    private static final long SCALE = 100;

    Backends {
        refs = List.copyOf(refs);
    }

    int count(Backend.Role role) {
        return (int) refs.stream().filter(ref -> ref.role(target) == role).count();
    }

    boolean hasAot() {
        return aot() >= 0;
    }

    /** Whether backends share the rule that belong to neither track. */
    boolean hasOthers() {
        return refs.size() > (hasAot() ? 2 : 1);
    }

    /** Position of the JIT backend. A second one counts among the others. */
    int jit() {
        return first(Backend.Role.JIT);
    }

    /** Position of the AOT backend; -1 where there is none. */
    int aot() {
        return first(Backend.Role.AOT);
    }

    private int first(Backend.Role role) {
        for (var i = 0; i < refs.size(); i++) {
            if (refs.get(i).role(target) == role) {
                return i;
            }
        }
        return -1;
    }

    long aotWeight() {
        return hasAot() ? refs.get(aot()).weight() : 0;
    }

    /** What both tracks have together. */
    long pair() {
        return refs.get(jit()).weight() + aotWeight();
    }

    /** Percent of the pair's share that AOT has, rounded down. */
    int percentAtLeast() {
        return (int) (aotWeight() * 100 / pair());
    }

    /** Percent of the pair's share that AOT has, rounded up. */
    int percentAtMost() {
        return (int) Math.ceilDiv(aotWeight() * 100, pair());
    }

    /** Whether these are {@code original} with some whole percentage for AOT. */
    boolean isShiftOf(Backends original) {
        return percentAtLeast() == percentAtMost() && equals(original.shifted(percentAtLeast()));
    }

    /**
     * The same with {@code percent} of the pair's share for AOT, which is added after JIT where it is missing.
     *
     * <p>Beside others everything is scaled by 100, so that their shares stay exact.
     */
    Backends shifted(int percent) {
        var pair = hasOthers() ? pair() / unit() : 1;
        var shifted = new ArrayList<Backend>();
        for (var i = 0; i < refs.size(); i++) {
            var ref = refs.get(i);
            if (i == jit()) {
                shifted.add(ref.weighing(pair * (SCALE - percent)));
                if (!hasAot()) {
                    shifted.add(ref.named(target.aotService()).weighing(pair * percent));
                }
            } else if (i == aot()) {
                shifted.add(ref.weighing(pair * percent));
            } else {
                shifted.add(ref.weighing(ref.weight() / unit() * SCALE));
            }
        }
        return new Backends(shifted, target);
    }

    /** Whether weights are so large and so coprime that they cannot be scaled. */
    boolean exceedLimit() {
        return hasOthers() && largest() / unit() * SCALE > LIMIT;
    }

    /** What all weights are divided by before they are scaled: 1 unless they would become too large. */
    private long unit() {
        return largest() * SCALE <= LIMIT ? 1 : parts().reduce(0, Backends::gcd);
    }

    private long largest() {
        return parts().max().orElse(0);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** The pair's share and those of the others. */
    private LongStream parts() {
        var others = LongStream.range(0, refs.size())
                .filter(i -> i != jit() && i != aot())
                .map(i -> refs.get((int) i).weight());
        return LongStream.concat(LongStream.of(pair()), others);
    }

    /** What the user most likely wrote where our shift is there but was edited or never captured: JIT gets the pair's share. */
    Backends withoutAot(Backends known) {
        var scale = scale();
        var before = new ArrayList<Backend>();
        for (var i = 0; i < refs.size(); i++) {
            if (i == jit()) {
                before.add(
                        hasOthers()
                                ? known.asWritten(refs.get(i).weighing(pair() / scale))
                                : known.jitAsWritten(refs.get(i)));
            } else if (i != aot()) {
                before.add(known.asWritten(refs.get(i).weighing(refs.get(i).weight() / scale)));
            }
        }
        return new Backends(before, target);
    }

    /** The same where the user lists the AOT Service: it stays, with the weight that it had, or what of it the pair can give. */
    Backends withAot(long aotWeight) {
        var scale = scale();
        var pair = pair() / scale;
        var aot = Math.min(aotWeight, pair);
        var before = new ArrayList<Backend>();
        for (var i = 0; i < refs.size(); i++) {
            var ref = refs.get(i);
            before.add(ref.weighing(i == jit() ? pair - aot : i == aot() ? aot : ref.weight() / scale));
        }
        return new Backends(before, target);
    }

    /** Whether nothing goes to AOT and the weights are none that we would have written: the user has added the ref. */
    boolean isUnscaled() {
        return aotWeight() == 0 && pair() % SCALE != 0;
    }

    private long scale() {
        return hasOthers() && parts().allMatch(part -> part % SCALE == 0) ? SCALE : 1;
    }

    /** {@code ref} without its weight where that is 1 and the user had written none. */
    private Backend asWritten(Backend ref) {
        var bare = new Backend(ref.id(), "");
        return ref.weight() == 1 && refs.contains(bare) ? bare : ref;
    }

    /** A weight is nothing but noise when JIT is alone, unless the user had written it. */
    private Backend jitAsWritten(Backend ref) {
        return new Backend(
                ref.id(), jit() < 0 || hasOthers() ? "" : refs.get(jit()).written());
    }
}
