package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SideBySideTest {
    @Test
    void nobodyWaitsForTheOneBefore() {
        var meeting = new CyclicBarrier(3);
        var met = new AtomicInteger();
        Runnable meet = () -> {
            try {
                meeting.await(20, TimeUnit.SECONDS);
                met.incrementAndGet();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        SideBySide.run(List.of(meet, meet, meet));
        assertThat(met).hasValue(3);
    }

    @Test
    void whatTheFirstThrowsIsThrownAsItWasWithoutWaitingForTheOthers() {
        var never = new CountDownLatch(1);
        var trouble = new IllegalArgumentException("no such cluster");
        assertThatThrownBy(() -> SideBySide.run(List.of(
                        () -> {},
                        () -> {
                            throw trouble;
                        },
                        () -> await(never))))
                .isSameAs(trouble);
        never.countDown();
    }

    @Test
    void anErrorIsThrownAsItWasToo() {
        var error = new AssertionError("broken");
        assertThatThrownBy(() -> SideBySide.run(List.of(() -> {
                    throw error;
                })))
                .isSameAs(error);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
