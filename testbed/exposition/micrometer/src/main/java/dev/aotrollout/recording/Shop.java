// SPDX-License-Identifier: Apache-2.0
package dev.aotrollout.recording;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A Spring Boot service that fails, or is slow, on request. */
@SpringBootApplication
@RestController
public class Shop {
    public static void main(String[] arguments) {
        SpringApplication.run(Shop.class, arguments);
    }

    @GetMapping("/items/{id}")
    String item(@PathVariable("id") String id) {
        if (id.startsWith("broken")) {
            throw new IllegalStateException("no metadata for " + id);
        }
        return id;
    }

    @PostMapping("/checkout")
    ResponseEntity<String> checkout(@RequestParam("status") int status, @RequestParam("ms") long ms)
            throws InterruptedException {
        Thread.sleep(ms);
        return ResponseEntity.status(status).body("status " + status);
    }
}
