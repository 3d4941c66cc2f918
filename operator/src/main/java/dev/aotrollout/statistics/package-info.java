/** Pure maths on numbers: e-processes, intervals, exact tests. May use nothing of ours; touches commons-statistics. */
@NullMarked
package dev.aotrollout.statistics;

import org.jspecify.annotations.NullMarked;
