@NullMarked
package cn.huying.knowledge.load;

import org.jspecify.annotations.NullMarked;
