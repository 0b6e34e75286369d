@NullMarked
package cn.huying.knowledge.index;

import org.jspecify.annotations.NullMarked;
