package dev.aotrollout.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestMeterTest {
    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "GET, /api/v1/pods, list",
        "GET, /api/v1/namespaces/shop/pods, list",
        "GET, /api/v1/namespaces/shop/pods?labelSelector=a, list",
        "GET, /api/v1/namespaces/shop/pods/checkout, get",
        "GET, /api/v1/namespaces, list",
        "GET, /api/v1/namespaces/shop, get",
        "GET, /apis/apps/v1/namespaces/shop/deployments/checkout, get",
        "GET, /apis/apps/v1/deployments?resourceVersion=0, list",
        "GET, /apis/apps/v1/deployments?allowWatchBookmarks=true&watch=true, watch",
        "GET, /apis/coordination.k8s.io/v1/namespaces/ns/leases/aotrollout, get",
        "GET, /k8s/clusters/c-1/api/v1/pods, list",
        "POST, /api/v1/namespaces/shop/events, create",
        "PUT, /apis/aotrollout.dev/v1alpha1/namespaces/shop/aotrollouts/checkout/status, update",
        "PATCH, /apis/apps/v1/namespaces/shop/deployments/checkout, patch",
        "DELETE, /apis/aotrollout.dev/v1alpha1/namespaces/shop/aotevidencepacks/a, delete"
    })
    void verbsAreThoseOfRbac(String method, String uri, String verb) {
        assertThat(RequestMeter.verb(method, URI.create("https://10.0.0.1:6443" + uri)))
                .isEqualTo(verb);
    }
}
