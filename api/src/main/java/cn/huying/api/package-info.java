/**
 * The deployable. This package alone knows all parts and wires them: settings, stores, the core, the doors and the jobs. The parts do not
 * know each other.
 */
@NullMarked
package cn.huying.api;

import org.jspecify.annotations.NullMarked;
