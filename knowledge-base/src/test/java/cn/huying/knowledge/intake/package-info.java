@NullMarked
package cn.huying.knowledge.intake;

import org.jspecify.annotations.NullMarked;
