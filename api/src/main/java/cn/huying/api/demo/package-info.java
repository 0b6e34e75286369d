/** The demo's own: its people, its robots, staff who act for the visitor, and how the simulator is put beside the program. */
@NullMarked
package cn.huying.api.demo;

import org.jspecify.annotations.NullMarked;
