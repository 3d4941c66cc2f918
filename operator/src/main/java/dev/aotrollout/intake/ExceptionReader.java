package dev.aotrollout.intake;

import static dev.aotrollout.intake.DossierReader.day;
import static dev.aotrollout.intake.DossierReader.text;

import dev.aotrollout.api.AotException;
import dev.aotrollout.governance.ExceptionFacts;
import java.util.Comparator;
import java.util.List;

/** From AOTExceptions to what the core understands. */
public final class ExceptionReader {
    private ExceptionReader() {}

    /** Those that speak of {@code rollout}, whatever their state, sorted by name. */
    public static List<ExceptionFacts> concerning(String rollout, List<AotException> all) {
        return all.stream()
                .map(ExceptionReader::read)
                .filter(exception -> exception.concerns(rollout))
                .sorted(Comparator.comparing(ExceptionFacts::name))
                .toList();
    }

    /** One of them. */
    public static ExceptionFacts read(AotException exception) {
        var spec = exception.getSpec();
        return new ExceptionFacts(
                exception.getMetadata().getName(),
                text(spec.rollout()),
                spec.packages(),
                spec.reason(),
                spec.owner(),
                text(spec.approvedBy()),
                day(spec.until()),
                spec.warnDays());
    }
}
