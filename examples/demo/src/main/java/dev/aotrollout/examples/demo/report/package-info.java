/** What a run showed, as a live table, a text and JSON. May use load and cluster. */
@NullMarked
package dev.aotrollout.examples.demo.report;

import org.jspecify.annotations.NullMarked;
