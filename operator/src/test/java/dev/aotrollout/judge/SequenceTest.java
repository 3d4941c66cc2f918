package dev.aotrollout.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SequenceTest {
    /** Any sequence that was ever made can be continued, whatever was made of it before. */
    @Test
    void isTheListThatItWasMadeOf() {
        var random = new SplittableRandom(5);
        var sequences = new ArrayList<>(List.of(Sequence.of(List.of(1, 2, 3))));
        var lists = new ArrayList<>(List.of(List.of(1, 2, 3)));
        for (var i = 0; i < 500; i++) {
            var which = Math.max(0, sequences.size() - 1 - random.nextInt(5));
            var more = random.ints(random.nextInt(4), 0, 10).boxed().toList();
            sequences.add(sequences.get(which).followedBy(more));
            var all = new ArrayList<>(lists.get(which));
            all.addAll(more);
            lists.add(all);
        }
        assertThat(sequences).isEqualTo(lists);
        for (var one = 0; one < 60; one++)
            for (var other = 0; other < 60; other++)
                assertThat(sequences.get(one).equals(sequences.get(other)))
                        .isEqualTo(lists.get(one).equals(lists.get(other)));
    }

    @Test
    void whatFollowsIsNotSeenBefore() {
        var before = Sequence.of(List.of("a"));
        var after = before.followedBy(List.of("b"));
        assertThat(before).containsExactly("a");
        assertThat(after).containsExactly("a", "b");
        assertThatThrownBy(() -> before.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> after.add("c")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void startsAsItsBeginning() {
        var before = Sequence.of(List.of(1, 2));
        var left = before.followedBy(List.of(3));
        var right = before.followedBy(List.of(4));
        assertThat(left.startsAs(before, 2)).isTrue();
        assertThat(right.startsAs(left, 2)).isTrue();
        assertThat(right.startsAs(left, 3)).isFalse();
        assertThat(Sequence.of(List.of(1, 3)).startsAs(before, 2)).isFalse();
        assertThat(Sequence.of(List.of(1, 3)).startsAs(before, 1)).isTrue();
    }
}
