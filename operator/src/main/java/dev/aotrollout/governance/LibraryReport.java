package dev.aotrollout.governance;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a library policy says of one build.
 *
 * @param policy name of the AOTLibraryPolicy
 * @param billDigest of the bill of materials without compression
 * @param counts libraries by verdict, the worst first; verdicts that none has are absent
 * @param offenders denied or to be reviewed, the worst first, then by name
 * @param warningsByCode all warnings of the build, allowed ones too
 * @param libraries the answer for libraries and rules alone
 * @param warnings the answer for warnings of the build alone
 * @param message the answer in one sentence
 * @param conditionsToConfirm what no bill can show; a review of the build must have seen to it. Does not change the answer
 * @param remarks what else counts: warnings against the policy, rules that cannot be read, exceptions that were used
 */
public record LibraryReport(
        String policy,
        String billDigest,
        Map<LibraryVerdict, Integer> counts,
        List<LibraryFinding> offenders,
        SortedMap<String, Integer> warningsByCode,
        Answer answer,
        Answer libraries,
        Answer warnings,
        String message,
        List<String> conditionsToConfirm,
        List<String> remarks) {
    public LibraryReport {
        var sorted = new EnumMap<LibraryVerdict, Integer>(LibraryVerdict.class);
        sorted.putAll(counts);
        counts = Collections.unmodifiableMap(sorted);
        offenders = List.copyOf(offenders);
        warningsByCode = Collections.unmodifiableSortedMap(new TreeMap<>(warningsByCode));
        conditionsToConfirm = List.copyOf(conditionsToConfirm);
        remarks = List.copyOf(remarks);
    }
}
