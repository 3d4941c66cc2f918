package dev.aotrollout.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void theSampleIsADocument() throws IOException {
        var mapper = new ObjectMapper();
        try (var in = SampleTest.class.getResourceAsStream("/evidence/sample.json")) {
            var tree = mapper.readTree(in);
            var document = mapper.treeToValue(tree, EvidenceDocument.class);
            assertThat(document.subject().rollout()).isEqualTo("checkout");
        }
    }
}
