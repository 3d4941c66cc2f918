package dev.aotrollout.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.impl.ObjectIdReader;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.util.AccessPattern;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Reads as the deserializer of one bean, and asks that for its properties' own deserializers when it first reads something. */
final class LazyDeserializer extends JsonDeserializer<Object> implements ContextualDeserializer {
    private final BeanDeserializer bean;
    private final Learned learned;
    private final @Nullable BeanProperty property;
    private volatile @Nullable JsonDeserializer<Object> ready;

    LazyDeserializer(BeanDeserializer bean) {
        this(bean, new Learned(), null);
    }

    private LazyDeserializer(BeanDeserializer bean, Learned learned, @Nullable BeanProperty property) {
        this.bean = bean;
        this.learned = learned;
        this.property = property;
    }

    /** Whether the bean knows its properties' deserializers; the same for every property that holds such a bean. */
    private static final class Learned {
        private boolean is;

        synchronized void learn(BeanDeserializer bean, DeserializationContext context) throws JsonMappingException {
            if (is) return;
            bean.resolve(context);
            is = true;
        }
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty of) {
        return of == null ? this : new LazyDeserializer(bean, learned, of);
    }

    @SuppressWarnings("unchecked")
    private JsonDeserializer<Object> ready(DeserializationContext context) throws JsonMappingException {
        var known = ready;
        if (known != null) return known;
        learned.learn(bean, context);
        var contextual = (JsonDeserializer<Object>)
                context.handlePrimaryContextualization(bean, property, context.constructType(bean.handledType()));
        ready = contextual;
        return contextual;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return ready(context).deserialize(parser, context);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context, Object into) throws IOException {
        return ready(context).deserialize(parser, context, into);
    }

    @Override
    public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer types)
            throws IOException {
        return ready(context).deserializeWithType(parser, context, types);
    }

    @Override
    public Object getNullValue(DeserializationContext context) throws JsonMappingException {
        return bean.getNullValue(context);
    }

    @Override
    public Object getEmptyValue(DeserializationContext context) throws JsonMappingException {
        return bean.getEmptyValue(context);
    }

    @Override
    public AccessPattern getEmptyAccessPattern() {
        return bean.getEmptyAccessPattern();
    }

    @Override
    public boolean isCachable() {
        return true;
    }

    @Override
    public Class<?> handledType() {
        return bean.handledType();
    }

    @Override
    public LogicalType logicalType() {
        return bean.logicalType();
    }

    @Override
    public Boolean supportsUpdate(DeserializationConfig config) {
        return bean.supportsUpdate(config);
    }

    @Override
    public Collection<Object> getKnownPropertyNames() {
        return bean.getKnownPropertyNames();
    }

    @Override
    public @Nullable ObjectIdReader getObjectIdReader() {
        return bean.getObjectIdReader();
    }

    @Override
    public SettableBeanProperty findBackReference(String name) {
        return bean.findBackReference(name);
    }
}
