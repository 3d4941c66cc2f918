/** What was decided becomes what users read: conditions, columns, messages. Pure. */
@NullMarked
package dev.aotrollout.status;

import org.jspecify.annotations.NullMarked;
