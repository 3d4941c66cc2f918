package dev.aotrollout.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.materials.Component;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryGlobTest {
    @ParameterizedTest(name = "{0} names {1}/{2}: {3}")
    @CsvSource({
        "pkg:nuget/AutoMapper, nuget, automapper, true",
        "pkg:nuget/AutoMapper, nuget, AutoMapper.Extensions, false",
        "pkg:nuget/AutoMapper*, nuget, AutoMapper.Extensions, true",
        "pkg:nuget/*, maven, a/b, false",
        "pkg:maven/org.hibernate*/*, maven, org.hibernate.orm/hibernate-core, true",
        "pkg:maven/org.hibernate*, maven, org.hibernate.orm/hibernate-core, false",
        "pkg:maven/**, maven, org.hibernate.orm/hibernate-core, true",
        "pkg:maven/**/cglib*, maven, cglib/cglib-nodep, true",
        "pkg:maven/*/a*b*c, maven, g/axbxbxc, true",
        "pkg:maven/*/a*b*c, maven, g/axbxbx, false",
        "pkg:maven/A/b, maven, a/b, false",
        "pkg:pypi/ruamel_yaml, pypi, Ruamel-yaml, true",
        "pkg:npm/%40acme/*, npm, @acme/in, true",
        "pkg:*/x, nuget, x, true",
        "Newtonsoft.*, nuget, newtonsoft.json, true",
        "org.yaml/snakeyaml, maven, org.yaml/snakeyaml, true"
    })
    void aGlobNamesPackages(String glob, String ecosystem, String name, boolean names) {
        var component = new Component("pkg:x", ecosystem, name, "1", "");
        assertThat(LibraryGlob.of(glob).matches(component, LibraryGlob.key(component)))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:nuget/Newtonsoft.Json, newtonsoft.json, true",
        "pkg:nuget/Newtonsoft.Json, Newtonsoft.Json.Bson, false",
        "Shop.*, Shop.Orders.Save, true",
        "Shop.*, '', false"
    })
    void aGlobNamesWhatAWarningSpeaksOf(String glob, String name, boolean names) {
        assertThat(LibraryGlob.of(glob).matchesName(name)).isEqualTo(names);
    }
}
