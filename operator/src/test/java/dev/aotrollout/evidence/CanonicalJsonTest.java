package dev.aotrollout.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are those of RFC 8785. */
class CanonicalJsonTest {
    private static String canonical(String json) {
        try {
            return new String(CanonicalJson.bytes(new ObjectMapper().readTree(json)), StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void writesTheExampleOfSection322() {
        var json = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""";
        assertThat(canonical(json)).isEqualTo("""
                {"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}""");
    }

    @Test
    void sortsKeysByTheirCodeUnitsAsInSection323() {
        var json = """
                {"\\u20ac":"Euro","\\r":"Return","\\ufb33":"Dalet","1":"One","\\ud83d\\ude00":"Face","\\u0080":"Control","\\u00f6":"O"}""";
        assertThat(canonical(json).replaceAll("\"[^\"]*\":", "")).isEqualTo("""
                        {"Return","One","Control","O","Euro","Face","Dalet"}""");
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void writesNumbersAsInAppendixB(String bits, String text) {
        assertThat(EcmaNumber.text(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(text);
    }

    @Test
    void everyNumberReadsBackAsItself() {
        var random = new SplittableRandom(8785);
        for (var i = 0; i < 20_000; i++) {
            var value = Double.longBitsToDouble(random.nextLong());
            if (!Double.isFinite(value)) continue;
            assertThat(Double.parseDouble(EcmaNumber.text(value))).isEqualTo(value == 0 ? 0.0 : value);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumberInJson(double value) {
        assertThatThrownBy(() -> CanonicalJson.bytes(JsonNodeFactory.instance.numberNode(value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a JSON number");
    }

    @Test
    void refusesIntegersThatADoubleCannotHold() {
        assertThat(canonical("9007199254740992")).isEqualTo("9007199254740992");
        assertThatThrownBy(() -> canonical("9007199254740993")).hasMessageContaining("beyond 2^53");
    }

    @Test
    void refusesHalfACharacter() {
        assertThatThrownBy(() -> CanonicalJson.bytes(JsonNodeFactory.instance.textNode("\ud83d")))
                .hasMessageContaining("half a surrogate pair");
    }

    @Test
    void emptyThingsStayEmpty() {
        assertThat(canonical("{\"b\": {}, \"a\": []}")).isEqualTo("{\"a\":[],\"b\":{}}");
    }
}
