package cn.huying.bot.grid.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NameTrieTest {
    private final NameTrie<String> trie = new NameTrie<>();

    @BeforeEach
    void fill() {
        trie.add("桂香苑", "one");
        trie.add("桂香苑", "two");
        trie.add("桂香苑二期", "two");
        trie.add("竹影", "three");
    }

    @Test
    void longestShouldPreferTheLongerName() {
        assertThat(trie.longest("住桂香苑二期3幢", 1)).isEqualTo(new NameTrie.Match<>(6, List.of("two")));
    }

    @Test
    void longestShouldGiveAllThatShareTheName() {
        assertThat(trie.longest("桂香苑二号", 0).values()).containsExactly("one", "two");
    }

    @Test
    void longestShouldEndWhereItBeganWhenNothingStartsThere() {
        assertThat(trie.longest("桂香", 0).end()).isZero();
        assertThat(trie.longest("桂香苑", 3).end()).isEqualTo(3);
        assertThat(trie.longest("", 0).end()).isZero();
    }

    @Test
    void addingAPairAgainAndTheEmptyNameShouldChangeNothing() {
        trie.add("竹影", "three");
        trie.add("", "everything");

        assertThat(trie.longest("竹影家园", 0).values()).containsExactly("three");
        assertThat(trie.longest("x", 0).values()).isEmpty();
    }
}
