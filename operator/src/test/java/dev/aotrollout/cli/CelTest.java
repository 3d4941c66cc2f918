package dev.aotrollout.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CelTest {
    private static final String SELF =
            "{n: 3, f: 1.5, t: abc, yes: true, list: [{w: 1}, {w: 5}], none: [], map: {k: v}}";

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(quoteCharacter = '"', delimiter = ';', textBlock = """
            self.n == 3                                       ; true
            self.n == 3.0                                     ; true
            self.n + 1 > self.f                               ; true
            self.n - 4 == -1                                  ; true
            self.n <= 2 || self.yes                           ; true
            self.n <= 2 && self.yes                           ; false
            !(self.n != 3)                                    ; true
            self.yes ? self.n > 5 : true                      ; false
            (self.t == 'abc') == has(self.map)                ; true
            has(self.nothing)                                 ; false
            has(self.map.k) && !has(self.map.other)           ; true
            size(self.list) + size(self.none) > 0             ; true
            size(self.t) <= 2                                 ; false
            self.list[size(self.list) - 1].w == 5             ; true
            self.list.all(s, s.w < 5)                         ; false
            self.list.exists(s, s.w == 5)                     ; true
            self.list.filter(s, s.w > 1).size() == 1          ; true
            self.list.all(s, self.list.all(t, self.list.indexOf(s) <= self.list.indexOf(t) ? s.w <= t.w : true)) ; true
            self.map.all(k, k == 'k')                         ; true
            self.t in ['abc', 'def']                          ; true
            self.t.startsWith('ab') && self.t.matches('^a.c$'); true
            """)
    void ruleIsEvaluatedAsKubernetesDoes(String rule, boolean expected) {
        assertThat(Cel.of(rule).holdsFor(tree(SELF))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            self.n ==
            self.n; 1
            self.list.sum() > 1
            (self.n
            self.t.frobnicate('x')
            """)
    void whatIsNotUnderstoodIsRefusedWhenItIsRead(String rule) {
        assertThatThrownBy(() -> Cel.of(rule)).isInstanceOf(Cel.Unsupported.class);
    }

    @Test
    void aMissingFieldIsNotTakenForFalse() {
        var rule = Cel.of("self.nothing == 3");
        assertThatThrownBy(() -> rule.holdsFor(tree(SELF))).isInstanceOf(Cel.Unsupported.class);
    }

    @Test
    void everyRuleOfOurSchemasIsUnderstood() {
        var rules = new ArrayList<String>();
        Schema.kinds().forEach(kind -> collect(Schema.packed(kind).root(), rules));
        rules.removeIf(rule -> rule.contains("oldSelf")); // asked of changes only
        assertThat(rules).hasSizeGreaterThanOrEqualTo(10).allSatisfy(Cel::of);
    }

    private static void collect(JsonNode schema, List<String> rules) {
        schema.path("x-kubernetes-validations")
                .forEach(rule -> rules.add(rule.path("rule").asText()));
        schema.path("properties").forEach(field -> collect(field, rules));
        for (var inner : List.of("items", "additionalProperties"))
            if (schema.has(inner)) collect(schema.get(inner), rules);
    }

    private static JsonNode tree(String yaml) {
        return YamlReader.read(new Input("test", yaml)).getFirst().tree();
    }
}
