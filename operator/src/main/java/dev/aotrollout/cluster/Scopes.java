package dev.aotrollout.cluster;

import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import java.util.List;
import java.util.Set;

/** Where namespaced objects are watched: in some namespaces, or in all where none is named. */
record Scopes(Set<String> namespaces) {
    Scopes {
        namespaces = Set.copyOf(namespaces);
    }

    <T> List<Informable<T>> of(MixedOperation<T, ?, ?> operation) {
        return namespaces.isEmpty()
                ? List.of(operation.inAnyNamespace())
                : namespaces.stream().<Informable<T>>map(operation::inNamespace).toList();
    }

    /** Those with a label. */
    <T> List<Informable<T>> labelled(MixedOperation<T, ?, ?> operation, String label, String value) {
        return namespaces.isEmpty()
                ? List.of(operation.inAnyNamespace().withLabel(label, value))
                : namespaces.stream()
                        .<Informable<T>>map(
                                namespace -> operation.inNamespace(namespace).withLabel(label, value))
                        .toList();
    }
}
