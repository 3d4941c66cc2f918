package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.json.KubernetesJson;
import dev.aotrollout.simulation.StoredRollouts;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void theSpecimensCanBeRead() {
        assertThatCode(() -> WarmUp.learn(KubernetesJson.create())).doesNotThrowAnyException();
    }

    /** What a rollout on its way consists of has been met before. */
    @Test
    void theyTeachWhatRolloutsAreMadeOf() {
        var rollouts = StoredRollouts.all().stream()
                .filter(stored -> stored.rollout().getStatus().phase().equals("Progressing"))
                .limit(200)
                .toList();
        assertThat(rollouts).hasSizeGreaterThan(10);
        var learned = new TreeSet<String>();
        var serialization = noting(learned);
        WarmUp.learn(serialization);
        assertThat(learned).contains("AotRollout", "Deployment");
        learned.clear();
        rollouts.forEach(stored -> serialization.unmarshal(stored.yaml(), AotRollout.class));
        assertThat(learned).isEmpty();
    }

    private static KubernetesSerialization noting(Set<String> learned) {
        var notes = new SimpleModule("notes").setDeserializerModifier(new BeanDeserializerModifier() {
            private static final long serialVersionUID = 1;

            @Override
            public JsonDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
                if (!type.getBeanClass().getPackageName().startsWith("java."))
                    learned.add(type.getBeanClass().getSimpleName());
                return deserializer;
            }
        });
        return new KubernetesSerialization(KubernetesJson.mapper().registerModule(notes), true);
    }
}
