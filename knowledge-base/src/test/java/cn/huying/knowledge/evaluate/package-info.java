@NullMarked
package cn.huying.knowledge.evaluate;

import org.jspecify.annotations.NullMarked;
