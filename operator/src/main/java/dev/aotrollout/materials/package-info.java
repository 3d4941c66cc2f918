/** What a build is made of: bills of materials and build logs, read from bytes. Pure; may use nothing of ours; touches Jackson. */
@NullMarked
package dev.aotrollout.materials;

import org.jspecify.annotations.NullMarked;
