package cn.huying.knowledge.faq;

/** The name of an entry, in kebab-case, unique over all files: {@code property-fee-refuse}. */
public record EntryId(String value) implements Comparable<EntryId> {
    public EntryId {
        if (!isKebabCase(value)) {
            throw new IllegalArgumentException("an entry id is kebab-case: a-z, 0-9 and single hyphens");
        }
    }

    /** Whether the words could be an entry's id. */
    public static boolean isKebabCase(String value) {
        if (value.isEmpty() || value.length() > 64 || value.startsWith("-") || value.endsWith("-")) {
            return false;
        }
        return !value.contains("--") && value.chars().allMatch(EntryId::isKebab);
    }

    private static boolean isKebab(int c) {
        return c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(EntryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
