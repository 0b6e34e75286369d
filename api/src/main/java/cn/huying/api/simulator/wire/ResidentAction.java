package cn.huying.api.simulator.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a person can do on the phone. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ResidentAction.Say.class, name = "say"),
    @JsonSubTypes.Type(value = ResidentAction.Locate.class, name = "locate"),
    @JsonSubTypes.Type(value = ResidentAction.Scan.class, name = "scan"),
    @JsonSubTypes.Type(value = ResidentAction.Follow.class, name = "follow"),
    @JsonSubTypes.Type(value = ResidentAction.Unfollow.class, name = "unfollow"),
    @JsonSubTypes.Type(value = ResidentAction.Show.class, name = "show"),
    @JsonSubTypes.Type(value = ResidentAction.Speak.class, name = "speak"),
    @JsonSubTypes.Type(value = ResidentAction.Click.class, name = "click"),
    @JsonSubTypes.Type(value = ResidentAction.Again.class, name = "again"),
})
public sealed interface ResidentAction {
    /** The phone's own limit; WeChat cuts longer texts before they are sent. */
    int LONGEST_TEXT = 2_000;

    int LONGEST_SCENE = 64;

    record Say(String text) implements ResidentAction {
        public Say {
            require(!text.isBlank() && text.length() <= LONGEST_TEXT, "text");
        }
    }

    /** Sends a place from the map. */
    record Locate(double latitude, double longitude, String label) implements ResidentAction {
        public Locate {
            require(Math.abs(latitude) <= 90, "latitude");
            require(Math.abs(longitude) <= 180, "longitude");
            require(label.length() <= LONGEST_TEXT, "label");
        }
    }

    /** Scans the code on a door. One who does not follow yet is asked to, and does. */
    record Scan(String scene) implements ResidentAction {
        public Scan {
            require(!scene.isEmpty() && scene.length() <= LONGEST_SCENE, "scene");
        }
    }

    record Follow() implements ResidentAction {}

    record Unfollow() implements ResidentAction {}

    /** Sends a picture; only its title exists. */
    record Show(String title) implements ResidentAction {
        public Show {
            require(title.length() <= LONGEST_TEXT, "title");
        }
    }

    /** @param recognition what the platform understood; it often sends nothing */
    record Speak(String recognition, int seconds) implements ResidentAction {
        public Speak {
            require(recognition.length() <= LONGEST_TEXT, "recognition");
            require(seconds >= 1 && seconds <= 60, "seconds");
        }
    }

    /** Taps a button of the account's menu. */
    record Click(String key) implements ResidentAction {
        public Click {
            require(!key.isEmpty() && key.length() <= LONGEST_SCENE, "key");
        }
    }

    /** The platform delivers the last message a second time, as it does after a lost answer. */
    record Again() implements ResidentAction {}

    private static void require(boolean condition, String field) {
        if (!condition) {
            throw new IllegalArgumentException(field + " out of bounds");
        }
    }
}
