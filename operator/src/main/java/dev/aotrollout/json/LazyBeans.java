package dev.aotrollout.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * Jackson learns a type with all types that it may contain when it first reads one: a list of no pods costs the hundreds of types of
 * a pod. With this module it learns those that it meets, one level ahead.
 */
final class LazyBeans extends SimpleModule {
    private static final long serialVersionUID = 1;

    LazyBeans() {
        super("lazy-beans");
        setDeserializerModifier(new BeanDeserializerModifier() {
            private static final long serialVersionUID = 1;

            // Of its subclasses nothing is known.
            @Override
            public JsonDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
                return deserializer.getClass() == BeanDeserializer.class
                        ? new LazyDeserializer((BeanDeserializer) deserializer)
                        : deserializer;
            }
        });
    }
}
