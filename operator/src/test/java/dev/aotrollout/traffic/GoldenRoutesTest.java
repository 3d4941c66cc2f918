package dev.aotrollout.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stories of routes: {@code in-<story>.yaml} holds the route and later edits of it, {@code out-<story>.yaml} the route after each step. */
class GoldenRoutesTest {

    @ParameterizedTest
    @CsvSource({
        "one-rule,          'weight 0, weight 1, weight 50, weight 100, weight 0, restore'",
        "many-rules,        'weight 1, weight 100, restore'",
        "several-backends,  'weight 0, weight 1, weight 50, weight 100, weight 0, restore'",
        "large-weights,     'weight 10, weight 100, restore'",
        "user-listed,       'weight 0, weight 10, header 10, restore'",
        "unknown-fields,    'header 10, restore'",
        "grpc,              'header 0, header 50, weight 50, restore'",
        "test-header,       'header 0, header 10, edit 1, header 10, weight 10, restore'",
        "reorder,           'weight 50, edit 1, weight 100, restore'",
        "gitops,            'header 50, edit 1, header 50, edit 2, header 50, restore'",
        "edited-weights,    'weight 10, edit 1, weight 20, restore'",
    })
    void routeAfterEachStep(String story, String steps) {
        var documents = Yaml.documents("in-%s.yaml".formatted(story));
        var live = new LiveRoute(documents.getFirst());
        var told = new StringBuilder();

        for (var step : List.of(steps.split(", "))) {
            var words = List.of(step.split(" "));
            switch (words.getFirst()) {
                case "weight" -> live.pass(Integer.parseInt(words.getLast()), false);
                case "header" -> live.pass(Integer.parseInt(words.getLast()), true);
                case "edit" -> live.edit(documents.get(Integer.parseInt(words.getLast())));
                case "restore" -> live.restore();
                default -> throw new IllegalArgumentException(step);
            }
            told.append("# %s; captured %s%n---%n".formatted(step, live.captured()))
                    .append(Yaml.write(live.route()));
        }

        assertThat(told.toString()).isEqualTo(Yaml.golden("out-%s.yaml".formatted(story), told.toString()));
    }
}
