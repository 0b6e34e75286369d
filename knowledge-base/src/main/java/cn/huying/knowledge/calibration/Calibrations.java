package cn.huying.knowledge.calibration;

/**
 * What {@code config/calibration.yml} holds.
 *
 * @param meaning where the encoder is there
 * @param words where it is not
 */
public record Calibrations(Calibration meaning, Calibration words) {}
