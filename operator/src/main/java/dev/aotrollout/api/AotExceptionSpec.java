package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is excepted, why, by whom and until when. */
@ValidationRule(
        value = "has(self.rollout) || size(self.packages) > 0",
        message =
                "name the rollout that stays on JIT, or the packages that are tolerated (with rollout: for that rollout only)")
public record AotExceptionSpec(
        @Size(min = 1, max = 253)
        @JsonPropertyDescription(
                "Name of the AOTRollout, in the same namespace: without packages it stays on JIT, with packages they are tolerated for it alone")
        @Nullable
        String rollout,

        @Default("[]")
        @Size(max = 50)
        @JsonPropertyDescription(
                "Package URLs that are tolerated though the library policy denies them or asks for a review, such as pkg:nuget/Newtonsoft.Json; * stands for anything")
        List<@Size(min = 1, max = 512) String> packages,

        @Required @Size(min = 1, max = 1024) @JsonPropertyDescription("Why, for the record")
        String reason,

        @Required @Size(min = 1, max = 253) @JsonPropertyDescription("Who answers for it")
        String owner,

        @Size(min = 1, max = 253) @JsonPropertyDescription("Who agreed to it") @Nullable
        String approvedBy,

        @Required
        @Pattern("^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$")
        @JsonPropertyDescription("Last day on which it counts, in UTC, such as 2026-12-31")
        String until,

        @Default("14")
        @Min(0)
        @Max(365)
        @JsonPropertyDescription("So many days before its end it is Expiring, and a warning Event says so")
        Integer warnDays) {
    /** Fills in the defaults. */
    public AotExceptionSpec {
        packages = packages == null ? List.of() : List.copyOf(packages);
        warnDays = warnDays == null ? 14 : warnDays;
    }
}
